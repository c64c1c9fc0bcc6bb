import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../database/index.js';
import type { Message } from './message.entity.js';
import type { RoomMentionChange } from './room-mention-change.js';

/** Whom the words of a message name. */
export interface Named {
  readonly people: readonly string[];
  /** Everybody in the room, if the author may; in a thread it is a word. */
  readonly room: boolean;
}

/** Where a message stands, and whose it is. */
export type Placed = Pick<Message, 'id' | 'roomId' | 'threadId' | 'number' | 'authorId' | 'replyToId'>;

/** Finds whom messages concern, and keeps it. */
export interface MentionKeeper {
  /** Before the change, so that it holds nobody up; null where the words name nobody, which costs nothing. */
  find(body: string): Promise<Named | null>;
  /** Who is told when the message is changed, and so is held by the change. */
  peopleOf(where: Reader, messageId: string): Promise<readonly string[]>;
  /** A new message: what its event tells of a mention of the whole room. In a thread it needs the locks of those who are named. */
  sent(tx: Transaction, message: Placed, named: Named | null): Promise<RoomMentionChange | null>;
  /** One that says something else now, or nothing: what the event tells. Needs the locks of the room, of those who were named, and of those who are. */
  changed(
    tx: Transaction,
    message: Placed,
    named: Named | null,
    actorId: string | null,
  ): Promise<RoomMentionChange | null>;
}

/** Whom messages name is kept by a feature above this one, which it does not know. */
@Injectable()
export class MessageMentions {
  private known: MentionKeeper | undefined;

  keptBy(keeper: MentionKeeper): void {
    this.known = keeper;
  }

  get keeper(): MentionKeeper {
    if (!this.known) throw new Error('Nobody keeps whom messages mention.');
    return this.known;
  }
}
