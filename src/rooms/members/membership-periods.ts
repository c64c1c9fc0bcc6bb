import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { EventLog, LoggedEvent, type LogPosition } from '../../log/index.js';
import { Database } from '../../database/index.js';
import { Membership } from './membership.entity.js';
import { RoomAccess } from '../room-access.js';
import { NotAMember } from '../rooms.errors.js';

/** So much of the log is looked through at once: in each room an index leads to what lies within. */
const STRETCH = 2000;

/** Who was in which room at which place of the log: what a feed may show. */
@Injectable()
export class MembershipPeriods {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly log: EventLog,
  ) {}

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
    const periods = await this.database.find(Membership, lasting, [userId, position, position]);
    return new Set(periods.map(({ roomId }) => roomId));
  }

  /** The next events after a position that somebody sees: during their membership periods, coming and going included; their own; and the house's. */
  async eventsFor(userId: string, { position }: LogPosition, limit: number): Promise<LoggedEvent[]> {
    const found: LoggedEvent[] = [];
    const head = this.log.head().position;
    for (let from = position; from < head && found.length < limit; from += STRETCH) {
      found.push(...(await this.eventsWithin(userId, from, limit - found.length)));
      // Somebody who was away for a year has much to go through, and others want their turn.
      await setImmediate();
    }
    return found;
  }

  private eventsWithin(userId: string, after: number, limit: number): Promise<LoggedEvent[]> {
    const to = after + STRETCH;
    const seen = `position in (
      select event.position from membership join event on event.room_id = membership.room_id
        and event.position between max(membership.joined_position, ?) and min(coalesce(membership.left_position, ?), ?)
      where membership.user_id = ?
      union all select position from event where room_id is null and person_id = ? and position between ? and ?
      union all select position from event where room_id is null and person_id is null and position between ? and ?
    ) order by position limit ?`;
    const stretch = [after + 1, to];
    return this.database.find(LoggedEvent, seen, [after + 1, to, to, userId, userId, ...stretch, ...stretch, limit]);
  }
}
