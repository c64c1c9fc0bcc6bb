import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { BlockedPeople } from '../blocking/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type Reader, type Transaction } from '../database/index.js';
import { MembersService, Room } from '../rooms/index.js';
import { isId } from '../runtime/index.js';
import { CannotBeOpened } from './direct-rooms.errors.js';
import { NEWCOMERS } from './direct-rooms.queries.js';

const REMEMBERED = 10_000;

/** Those whom a direct room is for, and who come into it with the first thing that is said there: nobody hears of a room in which nothing was ever said. */
@Injectable()
export class DirectNewcomers {
  /** Rooms into which nobody comes in this way any more, which is nearly all: no send asks twice. */
  private readonly complete = new LRUCache<string, true>({ max: REMEMBERED });

  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly blocked: BlockedPeople,
  ) {}

  /** Who would come in with the next message: to be locked by whoever sends it. */
  async to(roomId: string): Promise<string[]> {
    if (!isId(roomId) || this.complete.has(roomId)) return [];
    const newcomers = await newcomersTo(this.database, roomId);
    if (newcomers.length === 0) this.complete.set(roomId, true);
    return newcomers;
  }

  /** They come in. Refuses, before anything is written, whoever is blocked by one of them: that one would be written to without having been asked. */
  async enter(tx: Transaction, { userId: actorId }: Actor, roomId: string): Promise<void> {
    const newcomers = await newcomersTo(tx, roomId);
    if (await this.blocked.isBlockedByOneOf(tx, newcomers, actorId)) throw new CannotBeOpened();
    if (newcomers.length === 0) return;
    const room = await tx.em.findOneOrFail(Room, { id: roomId });
    for (const newcomer of newcomers) await this.members.enter(tx, room, newcomer, actorId);
  }
}

async function newcomersTo(where: Reader, roomId: string): Promise<string[]> {
  return (await where.rows<{ userId: string }>(NEWCOMERS, [roomId])).map(({ userId }) => userId);
}
