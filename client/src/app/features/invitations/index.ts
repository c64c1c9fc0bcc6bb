export { AllInvitations } from './all-invitations';
export { GivenInvitations } from './given-invitations';
export { openInvite } from './invite-dialog';
export { ReceivedInvitationStore } from './received-invitation.store';
