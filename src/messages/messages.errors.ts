import { Refusal } from '../errors/index.js';

/** Also what a message is to those who are not in its room. */
export class MessageNotFound extends Refusal {
  constructor() {
    super('NOT_FOUND', 'Message not found.');
  }
}

export class EmptyMessage extends Refusal {
  constructor() {
    super('BAD_USER_INPUT', 'Write something, or attach a file.', { field: 'body' });
  }
}

export class NothingToAnswer extends Refusal {
  constructor() {
    super('NOT_FOUND', 'The message that you reply to was not found here.', { field: 'replyToId' });
  }
}

export class NoThreadThere extends Refusal {
  constructor() {
    super('NOT_FOUND', 'The message whose thread you write in was not found in this room.', { field: 'threadRootId' });
  }
}

/** Names the message that stands, to who may see it. */
export class NonceUsed extends Refusal {
  constructor(standing?: { messageId: string; roomId: string }) {
    super('CONFLICT', 'This nonce was already used for another message. Use a new one for each message.', {
      field: 'nonce',
      ...(standing && { standing }),
    });
  }
}

export class NotAllowedToChange extends Refusal {
  constructor(sentence: string) {
    super('FORBIDDEN', sentence);
  }
}
