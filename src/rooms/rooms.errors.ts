import { Refusal } from '../errors/index.js';

/** Also what a private room is to those who are not in it. */
export class RoomNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Room not found.');
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
  /** Who wants to create it can join the one that stands; who gives a room another name cannot. */
  constructor(advice: 'Join it, or choose another name.' | 'Choose another name.') {
    super('CONFLICT', `There is already a public room with this name. ${advice}`, { field: 'name' });
  }
}

/** Names the room that stands, to who may see it. */
export class RoomNonceUsed extends Refusal {
  constructor(roomId: string | null) {
    super('CONFLICT', 'This nonce was used for another room. Use a new one for each.', {
      field: 'nonce',
      ...(roomId !== null && { standing: { roomId } }),
    });
  }
}

/** Everybody had left, and so lost the name: two rooms of one name are never listed. */
export class NameTakenSince extends Refusal {
  constructor(name: string) {
    super(
      'CONFLICT',
      `Everyone left this room, and there is now another room called “${name}”. Join that one instead.`,
    );
  }
}

export class NotAllowed extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}

/** Too early after one's last message. */
export class SlowedDown extends Refusal {
  constructor(retryAfter: number) {
    const wait = retryAfter === 1 ? '1 second' : `${String(retryAfter)} seconds`;
    super('RATE_LIMITED', `This room is in slow mode. You can send your next message in ${wait}.`, { retryAfter });
  }
}
