import { Refusal } from '../common/index.js';

export class NotAnAdministrator extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only administrators may do this.');
  }
}

export class WrongSetupCode extends Refusal {
  constructor() {
    super(
      'FORBIDDEN',
      'This is not the setup code, or it was used. The server prints one when it starts, until it has an administrator.',
    );
  }
}

export class PeopleOnly extends Refusal {
  constructor() {
    super('FORBIDDEN', 'An administrator is somebody with an account of their own.');
  }
}

export class LastAdministrator extends Refusal {
  constructor() {
    super('CONFLICT', 'A server keeps one administrator at least. Appoint another one first.');
  }
}
