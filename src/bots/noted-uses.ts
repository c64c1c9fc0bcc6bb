import { Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Database, Query, SqlValue } from '../database/index.js';
import type { Clock } from '../runtime/index.js';

const MINUTE = 60_000;
const MAX_REMEMBERED = 10_000;

interface Used {
  readonly id: string;
  /** As the database has it. */
  readonly lastUsedAt: number | string | null;
}

/** Writes down when a token or an address was used last, once a minute: a program may ask a hundred times a second. */
export class NotedUses {
  private readonly logger = new Logger('bots');
  private readonly notedAt = new LRUCache<string, number>({ max: MAX_REMEMBERED });

  /** The statement takes the time, whatever else is known of the use, and the id. */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly statement: Query,
  ) {}

  /** A disk that fails keeps nobody out. */
  async note({ id, lastUsedAt }: Used, ...known: readonly SqlValue[]): Promise<void> {
    const now = this.clock.now().getTime();
    const last = Math.max(Number(lastUsedAt ?? 0), this.notedAt.get(id) ?? 0);
    // Where a clock was set back, a time that is still to come is not recent.
    if (last <= now && now - last < MINUTE) return;
    this.notedAt.set(id, now);
    try {
      await this.database.writeTogether({ sessions: [id] }, (tx) => tx.rows(this.statement, [now, ...known, id]));
    } catch (error) {
      this.logger.warn(`A use could not be noted: ${String(error)}`);
    }
  }
}
