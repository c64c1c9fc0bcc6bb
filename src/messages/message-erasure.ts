import { Injectable } from '@nestjs/common';
import type { Locks, Reader, Transaction } from '../database/index.js';
import { AttachedFiles } from '../files/index.js';
import { RoomJournal } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import { ThreadJournal } from '../threads/index.js';
import { plainContent } from './message-content.js';
import { type Deletion, MessageDeletion } from './message-deletion.js';
import { MessageMentions } from './message-mentions.js';
import { Message } from './message.entity.js';
import { MessageDeleted, particularsOf } from './messages.events.js';
import { ROOMS_OF_MESSAGES, STANDING_MESSAGES } from './messages.queries.js';
import { ThreadMessageDeleted } from './thread-messages.events.js';

/**
 * Deletes messages: one that somebody deletes, or many because they are too old or their author's account ends. Their places and nonces stay, so that
 * numbers have no gaps and nothing is posted twice; everybody who sees the room is told of each.
 */
@Injectable()
export class MessageErasure {
  constructor(
    private readonly deletion: MessageDeletion,
    private readonly mentions: MessageMentions,
    private readonly journal: RoomJournal,
    private readonly threads: ThreadJournal,
    private readonly files: AttachedFiles,
    private readonly clock: Clock,
  ) {}

  /** Needs the locks of the room and of whomever it names. One that was deleted before stays as it is. */
  async erase(tx: Transaction, message: Message, deletion: Deletion): Promise<void> {
    if (message.deletedAt) return;
    const deletedAt = this.clock.now();
    Object.assign(message, { content: plainContent(''), deletedAt, pinnedAt: null, streamState: null });
    await this.files.detachAll(tx, message.id);
    await this.deletion.removeAll(tx, message.id, deletion);
    await tx.em.flush();
    const { id, roomId, threadId } = message;
    const { actorId } = deletion;
    const particulars = particularsOf(await this.mentions.keeper.changed(tx, message, null, actorId));
    if (threadId === null)
      await this.journal.record(tx, MessageDeleted, { roomId, actorId, subjectId: id, particulars });
    else await this.threads.record(tx, ThreadMessageDeleted, { roomId, threadId, actorId, messageId: id });
  }

  /** Those of some that are there, for good: what people keep of them goes, also of those that were deleted before. Needs the locks of `locksOf`. */
  async eraseSome(tx: Transaction, messageIds: readonly string[], deletion: Deletion): Promise<void> {
    const standing = (await tx.rows<{ id: string }>(STANDING_MESSAGES, [messageIds])).map(({ id }) => id);
    await this.deletion.forgetAll(tx, messageIds);
    for (const id of standing) await this.erase(tx, await tx.em.findOneOrFail(Message, { id }), deletion);
  }

  /** What is held while some of them are deleted: their rooms, and those whose badges and lists change. */
  async locksOf(where: Reader, messageIds: readonly string[]): Promise<Locks> {
    const rooms = await where.rows<{ roomId: string }>(ROOMS_OF_MESSAGES, [messageIds]);
    const people = [...(await this.deletion.peopleOf(where, messageIds))];
    for (const id of messageIds) people.push(...(await this.mentions.keeper.peopleOf(where, id)));
    return { rooms: rooms.map(({ roomId }) => roomId), people };
  }
}
