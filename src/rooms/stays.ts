import { Injectable } from '@nestjs/common';
import { type Actor, type LogPosition } from '../common/index.js';
import { Database } from '../database/index.js';
import { LoggedEvent } from '../events/index.js';
import { Membership } from './membership.entity.js';
import { RoomAccess } from './room-access.js';
import { NotAMember } from './rooms.errors.js';

/** Who was in which room at which place of the log: what a feed may show. */
@Injectable()
export class Stays {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
  ) {}

  /** Refuses those who are not in the room now. */
  async assertMember(actor: Actor, roomId: string): Promise<void> {
    await this.access.assertMember(actor, roomId);
  }

  /** The actor's stay in a room that lasts now; refuses those who are not in it. */
  async current(actor: Actor, roomId: string): Promise<Membership> {
    const stay = await this.access.stay(actor, roomId);
    if (stay) return stay;
    await this.access.assertMember(actor, roomId);
    // They may have come back between the two looks; what they asked for was of the stay before.
    throw new NotAMember();
  }

  /** The rooms that somebody was in just after a place of the log. */
  async roomsAt(userId: string, { position }: LogPosition): Promise<Set<string>> {
    const lasting = 'user_id = ? and joined_position <= ? and (left_position is null or left_position > ?)';
    const stays = await this.database.find(Membership, lasting, [userId, position, position]);
    return new Set(stays.map(({ roomId }) => roomId));
  }

  /** The next events after a position that happened during somebody's stays, their coming and going included. */
  async eventsDuring(userId: string, { position }: LogPosition, limit: number): Promise<LoggedEvent[]> {
    const em = this.database.read();
    const rows = await em.execute<Record<string, unknown>[]>(
      `select event.* from event where event.position > ? and exists (
         select 1 from membership
         where membership.user_id = ? and membership.room_id = event.room_id
           and membership.joined_position <= event.position
           and (membership.left_position is null or membership.left_position >= event.position)
       ) order by event.position limit ?`,
      [position, userId, limit],
      { connectionType: 'read' },
    );
    return rows.map((row) => em.map(LoggedEvent, row));
  }
}
