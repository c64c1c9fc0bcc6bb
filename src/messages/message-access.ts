import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { FindLocks, Transaction } from '../database/index.js';
import { type Membership, RoomAccess, RoomNotFound } from '../rooms/index.js';
import type { Floor } from '../rules/index.js';
import { isId } from '../runtime/index.js';
import { Message } from './message.entity.js';
import { MessageNotFound } from './messages.errors.js';
import { ROOM_OF_MESSAGE } from './messages.queries.js';

/** Finds messages through the membership of whoever changes something about them. */
@Injectable()
export class MessageAccess {
  constructor(private readonly access: RoomAccess) {}

  /** The message, for a member of its room; to everybody else it does not exist. */
  async asReader(tx: Transaction, actor: Actor, messageId: string): Promise<Read> {
    const message = isId(messageId) ? await tx.em.findOne(Message, { id: messageId }) : null;
    if (!message) throw new MessageNotFound();
    const { room, membership } = await this.visible(tx, actor, message.roomId);
    if (!membership) throw new MessageNotFound();
    return { message, membership, floor: { posting: room.posting, isArchived: room.archivedAt !== null } };
  }

  private async visible(tx: Transaction, actor: Actor, roomId: string) {
    try {
      return await this.access.asVisible(tx.em, actor, roomId);
    } catch (error) {
      if (error instanceof RoomNotFound) throw new MessageNotFound();
      throw error;
    }
  }
}

/** A message, with what decides what its reader may do about it. */
export interface Read {
  readonly message: Message;
  readonly membership: Membership;
  readonly floor: Floor;
}

/** What to hold in order to change a message. It never moves to another room. */
export function roomOf(messageId: string): FindLocks {
  return async (where) => {
    const found = isId(messageId) ? await where.rows<{ roomId: string }>(ROOM_OF_MESSAGE, [messageId]) : [];
    return { rooms: found.map(({ roomId }) => roomId) };
  };
}
