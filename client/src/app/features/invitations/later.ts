// What is opened by those who want it: its code is loaded then, and not with what comes from index.ts.
export { AllInvitations } from './all-invitations';
export { GivenInvitations } from './given-invitations';
