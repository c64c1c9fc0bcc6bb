import { Refusal } from '../common/index.js';

/** Also what a private room is to those who are not in it. */
export class RoomNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'There is no such room.');
  }
}

export class NotAMember extends Refusal {
  constructor() {
    super('FORBIDDEN', 'Join the room first.');
  }
}

export class MemberNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'This person is not in the room.');
  }
}

export class RoomNameTaken extends Refusal {
  constructor() {
    super('CONFLICT', 'There is a public room of this name. Join it, or choose another name.', { field: 'name' });
  }
}

export class NotAllowed extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}
