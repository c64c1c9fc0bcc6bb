import { Refusal } from '../errors/index.js';

export class GuestsHaveNoAddress extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no e-mail address here. Create an account for that.');
  }
}

/** Also what one is that never existed. */
export class ConfirmationOver extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This link is no longer valid. Have a new one sent from your account.');
  }
}

export class NothingToConfirm extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no address that waits to be confirmed.');
  }
}
