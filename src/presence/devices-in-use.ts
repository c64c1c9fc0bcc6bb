import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Clock } from '../runtime/index.js';

/** So long a device counts as used after it has said so: a client says it again in time, and one that has died says nothing. */
export const IN_USE_MILLISECONDS = 60_000;

/** Which devices people are using at this moment: each is one session. Kept in memory alone: it is true only while it happens. */
@Injectable()
export class DevicesInUse {
  /** Until when each session of a person counts as used. */
  private readonly until = new Map<string, Map<string, number>>();

  constructor(private readonly clock: Clock) {}

  used({ userId, sessionId }: Actor): void {
    const sessions = this.until.get(userId) ?? new Map<string, number>();
    this.until.set(userId, sessions.set(sessionId, this.clock.now().getTime() + IN_USE_MILLISECONDS));
  }

  putAway({ userId, sessionId }: Actor): void {
    const sessions = this.until.get(userId);
    sessions?.delete(sessionId);
    if (sessions?.size === 0) this.until.delete(userId);
  }

  /** Whether somebody is using one of their devices. */
  isAnyOf(userId: string): boolean {
    const sessions = this.until.get(userId);
    if (!sessions) return false;
    const now = this.clock.now().getTime();
    for (const [sessionId, until] of sessions) if (until <= now) sessions.delete(sessionId);
    if (sessions.size === 0) this.until.delete(userId);
    return sessions.size > 0;
  }
}
