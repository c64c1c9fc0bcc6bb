import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { RoomJournal } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import { MessageAccess, roomOf } from './message-access.js';
import type { Message } from './message.entity.js';
import type { MessageType } from './message.type.js';
import { NotAllowedToChange } from './messages.errors.js';
import { MessagePinned, MessageUnpinned } from './messages.events.js';
import { refusalToPin, refusalToUnpin } from './messages.policy.js';
import { ShownMessages } from './shown-messages.js';

/** What a room keeps in sight. */
@Injectable()
export class PinsService {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageAccess,
    private readonly journal: RoomJournal,
    private readonly shownMessages: ShownMessages,
    private readonly clock: Clock,
  ) {}

  async pinMessage(actor: Actor, messageId: string): Promise<MessageType> {
    const pinned = await this.database.write(roomOf(messageId), async (tx) => {
      const read = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToPin(read);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      const { message } = read;
      if (!message.pinnedAt) await this.change(tx, message, this.clock.now(), actor);
      return message;
    });
    return this.shownMessages.one(pinned);
  }

  async unpinMessage(actor: Actor, messageId: string): Promise<MessageType> {
    const unpinned = await this.database.write(roomOf(messageId), async (tx) => {
      const read = await this.messages.asReader(tx, actor, messageId);
      const refusal = refusalToUnpin(read);
      if (refusal !== null) throw new NotAllowedToChange(refusal);
      const { message } = read;
      if (message.pinnedAt) await this.change(tx, message, null, actor);
      return message;
    });
    return this.shownMessages.one(unpinned);
  }

  private async change(tx: Transaction, message: Message, pinnedAt: Date | null, { userId }: Actor): Promise<void> {
    const { id, roomId } = message;
    message.pinnedAt = pinnedAt;
    await tx.em.flush();
    const kind = pinnedAt ? MessagePinned : MessageUnpinned;
    await this.journal.record(tx, kind, { roomId, actorId: userId, subjectId: id });
  }
}
