import { InvalidInput, Refusal } from '../errors/index.js';

export class GuestsHaveNoProfile extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests have no profile. Create an account to have one.');
  }
}

export class StatusEndsBeforeNow extends InvalidInput {
  constructor() {
    super('until', 'A status can only end later than now.');
  }
}

export class PictureGivenAndRemoved extends InvalidInput {
  constructor() {
    super('removeAvatar', 'Send a new picture, or take the old one away, not both.');
  }
}
