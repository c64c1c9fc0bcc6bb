import { Refusal } from '../errors/index.js';

export class CannotBlockOneself extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'You cannot block yourself.', { field: 'userId' });
  }
}

export class TooManyBlocked extends Refusal {
  constructor(most: number) {
    super('CONFLICT', `You can block up to ${most.toLocaleString('en')} people. Unblock somebody first.`);
  }
}
