import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { EventLog, kindsForThoseWhoShareARoom, type LoggedEvent, type LogPosition } from '../../log/index.js';
import { Database, type Query, type SqlValue } from '../../database/index.js';
import { EVENTS_SEEN_BY, ROOMS_AT_POSITION, ROOMS_SHOWING_AT_POSITION, SHARING_A_ROOM } from './members.queries.js';
import type { Membership } from './membership.entity.js';
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
  roomsAt(userId: string, { position }: LogPosition): Promise<Set<string>> {
    return this.rooms(ROOMS_AT_POSITION, [userId, position, position]);
  }

  /** The rooms where others saw somebody just after a place of the log: also direct rooms that they have not come into yet. */
  roomsShowingAt(userId: string, { position }: LogPosition): Promise<Set<string>> {
    return this.rooms(ROOMS_SHOWING_AT_POSITION, [userId, position, position, userId]);
  }

  /** Of some people those who share a room with somebody now. Whoever is in a room shares it with themselves. */
  async sharingARoomWith(userId: string, others: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ userId: string }>(SHARING_A_ROOM, [userId, others]);
    return new Set(rows.map((row) => row.userId));
  }

  /** The next events after a position that somebody sees: during their membership periods, coming and going included; their own; and the house's. */
  async eventsFor(
    userId: string,
    { position }: LogPosition,
    limit: number,
    upTo = this.log.head().position,
  ): Promise<LoggedEvent[]> {
    const found: LoggedEvent[] = [];
    for (let from = position; from < upTo && found.length < limit; from += STRETCH) {
      const stretch = { after: from, to: Math.min(from + STRETCH, upTo) };
      found.push(...(await this.eventsWithin(userId, stretch, limit - found.length)));
      // Somebody who was away for a year has much to go through, and others want their turn.
      await setImmediate();
    }
    return found;
  }

  private async rooms(which: Query, parameters: readonly SqlValue[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ roomId: string }>(which, parameters);
    return new Set(rows.map(({ roomId }) => roomId));
  }

  private eventsWithin(
    userId: string,
    { after, to }: { readonly after: number; readonly to: number },
    limit: number,
  ): Promise<LoggedEvent[]> {
    const stretch = [after + 1, to];
    const ofRooms = [after + 1, to, to, userId];
    const ofHouse = [...stretch, kindsForThoseWhoShareARoom(), userId, userId, userId];
    return this.database.find(EVENTS_SEEN_BY, [...ofRooms, userId, ...stretch, ...ofHouse, limit]);
  }
}
