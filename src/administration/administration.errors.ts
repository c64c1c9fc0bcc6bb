import { Refusal } from '../errors/index.js';

export class NotAnAdministrator extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only administrators can do this.');
  }
}

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
    super('FORBIDDEN', 'Only people with an account can be administrators.');
  }
}

export class LastAdministrator extends Refusal {
  constructor() {
    super('CONFLICT', 'There must be at least one administrator. Appoint another one first.');
  }
}
