import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, Tally } from '../runtime/index.js';

/** A reload, a tunnel, a lift: whoever is back within that was not away. */
const AWAY_AFTER_MILLISECONDS = 2 * 60 * 1000;

/** Which guests are here: with a live connection, or by what they asked a moment ago. Known since the server started only. */
@Injectable()
export class GuestsHere {
  private readonly connections = new Tally();
  private readonly seenAt = new LRUCache<string, number>({ max: 20_000 });
  private readonly startedAt: number;

  constructor(private readonly clock: Clock) {
    this.startedAt = clock.now().getTime();
  }

  /** They have opened a live connection, to be told of its end as well. */
  connected(userId: string): void {
    this.connections.add(userId, 1);
  }

  disconnected(userId: string): void {
    this.connections.add(userId, -1);
    this.seen(userId);
  }

  /** They have asked for something. */
  seen(userId: string): void {
    this.seenAt.set(userId, this.clock.now().getTime());
  }

  /** Of a server that has just started nobody knows: whoever was here will come back in a moment. */
  isHere(userId: string): boolean {
    if (this.connections.of(userId) > 0) return true;
    const lastSeen = Math.max(this.startedAt, this.seenAt.get(userId) ?? 0);
    return this.clock.now().getTime() - lastSeen < AWAY_AFTER_MILLISECONDS;
  }
}
