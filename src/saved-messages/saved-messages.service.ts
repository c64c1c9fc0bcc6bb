import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks } from '../database/index.js';
import { Journal } from '../log/index.js';
import { MessageAccess, type MessageType, NamedMessages, roomOf, ShownMessages } from '../messages/index.js';
import { obstacleToSave } from '../rules/index.js';
import { Clock, isId } from '../runtime/index.js';
import { NotAllowedToSave } from './saved-messages.errors.js';
import { SavedMessagesChanged } from './saved-messages.events.js';
import { CLAIM_SAVED, REMOVE_SAVED } from './saved-messages.queries.js';

@Injectable()
export class SavedMessagesService {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly named: NamedMessages,
    private readonly journal: Journal,
    private readonly shownMessages: ShownMessages,
    private readonly clock: Clock,
  ) {}

  async saveMessage(actor: Actor, messageId: string): Promise<MessageType> {
    const { userId } = actor;
    const saved = await this.database.write(personAndRoom(userId, messageId), async (tx) => {
      const { message } = await this.messages.asReader(tx, actor, messageId);
      if (obstacleToSave({ isDeleted: message.deletedAt !== null }))
        throw new NotAllowedToSave('This message was deleted.');
      const [claimed] = await tx.rows(CLAIM_SAVED, [userId, messageId, this.clock.now().getTime()]);
      if (claimed)
        await this.journal.ofPerson(tx, SavedMessagesChanged, userId, { actorId: userId, subjectId: messageId });
      return message;
    });
    return this.shownMessages.one(saved);
  }

  /** Also of a room that one is not in any more: what one saved is one's own. */
  async unsaveMessage({ userId }: Actor, messageId: string, scope: object): Promise<MessageType | null> {
    await this.database.write({ people: [userId] }, async (tx) => {
      const [removed] = isId(messageId) ? await tx.rows(REMOVE_SAVED, [userId, messageId]) : [];
      if (removed)
        await this.journal.ofPerson(tx, SavedMessagesChanged, userId, { actorId: userId, subjectId: messageId });
    });
    return this.named.readableBy(scope, userId, messageId);
  }
}

/** What is saved is the person's; that they may read it is up to the room. */
function personAndRoom(userId: string, messageId: string): FindLocks {
  const room = roomOf(messageId);
  return async (where) => ({ ...(await room(where)), people: [userId] });
}
