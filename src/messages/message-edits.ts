import { Injectable } from '@nestjs/common';
import type { FindLocks, Transaction } from '../database/index.js';
import { RoomJournal } from '../rooms/index.js';
import { ThreadJournal } from '../threads/index.js';
import { roomOf } from './message-access.js';
import { MessageMentions, type Named } from './message-mentions.js';
import type { Message } from './message.entity.js';
import { MessageEdited, particularsOf } from './messages.events.js';
import { ThreadMessageEdited } from './thread-messages.events.js';

/** Writes down that a message says something else now, and whom it names since. */
@Injectable()
export class MessageEdits {
  constructor(
    private readonly mentions: MessageMentions,
    private readonly journal: RoomJournal,
    private readonly threads: ThreadJournal,
  ) {}

  /** The message's room, and whoever is told that it names them, or does so no more. */
  locksOf(messageId: string, named: Named | null): FindLocks {
    return async (where) => {
      const people = await this.mentions.keeper.peopleOf(where, messageId);
      return { ...(await roomOf(messageId)(where)), people: [...people, ...(named?.people ?? [])] };
    };
  }

  /** In the transaction that changes it, and under these locks. */
  async record(tx: Transaction, message: Message, named: Named | null, actorId: string): Promise<void> {
    const { id, roomId, threadId } = message;
    await tx.em.flush();
    const particulars = particularsOf(await this.mentions.keeper.changed(tx, message, named, actorId));
    if (threadId === null)
      await this.journal.record(tx, MessageEdited, { roomId, actorId, subjectId: id, particulars });
    else await this.threads.record(tx, ThreadMessageEdited, { roomId, threadId, actorId, messageId: id });
  }
}
