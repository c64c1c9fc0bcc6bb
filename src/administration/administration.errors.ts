import { Refusal } from '../errors/index.js';

export class WrongSetupCode extends Refusal {
  constructor() {
    super(
      'FORBIDDEN',
      'This setup code is wrong, or has already been used. The server prints one when it starts, until it has an administrator.',
    );
  }
}

export class PeopleOnly extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only people with an account that is not disabled can be administrators.');
  }
}

export class LastAdministrator extends Refusal {
  constructor() {
    super('CONFLICT', 'There must be at least one administrator. Appoint another one first.');
  }
}

export class NotOneself extends Refusal {
  constructor() {
    super('FORBIDDEN', 'You cannot disable your own account. Another administrator can.');
  }
}

/** It asks for no password, and a page left open must not be enough. */
export class NotOnesOwnAccount extends Refusal {
  constructor() {
    super('FORBIDDEN', 'You can delete your own account in its settings, with your password.');
  }
}

export class NoAccount extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Guests and programs have no account with a password. End their sessions instead.');
  }
}

export class AccountIsDisabled extends Refusal {
  constructor() {
    super('FORBIDDEN', 'This account is disabled. Enable it first.');
  }
}
