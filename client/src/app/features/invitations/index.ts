export { openInvite } from './open-invite';
export { ReceivedInvitationStore } from './received-invitation.store';
