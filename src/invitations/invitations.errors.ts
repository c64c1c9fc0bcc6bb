import { Refusal } from '../errors/index.js';

/** Also what one is that never existed: codes are not to be guessed. */
export class InvitationOver extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This invitation is no longer valid. Ask for a new one.');
  }
}

export class InvitationNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Invitation not found.');
  }
}

export class TooManyInvitations extends Refusal {
  constructor(max: number) {
    super('CONFLICT', `There are already ${String(max)} invitations. Revoke one first.`);
  }
}

export class NotAllowedToInvite extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}
