import { Refusal } from '../errors/index.js';

export class UsernameTaken extends Refusal {
  constructor() {
    super('CONFLICT', 'This username is taken. Choose another one.', { field: 'username' });
  }
}

export class NicknameTaken extends Refusal {
  constructor() {
    super('CONFLICT', 'Someone here already has this name. Choose another nickname.', { field: 'nickname' });
  }
}

export class NotAnAdministrator extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Only administrators can do this.');
  }
}

export class UserNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Person not found.');
  }
}
