import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, NO_LOCKS } from '../database/index.js';
import { MOVE_PROGRESS, PROGRESS } from './search.queries.js';
import { SearchIndex } from './search-index.js';

/** One piece is to hold up everybody else for no longer than this: its size follows from how long the last one took. */
const MAX_PIECE_MILLISECONDS = 8;
const MIN_POSITIONS = 20;
const MAX_POSITIONS = 1000;
/** Others have the rest of the time. */
const PAUSES_PER_PIECE = 2;
const MIN_PAUSE_MILLISECONDS = 10;
const PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;

/** Indexes what was said before there was an index, from the newest message back, piece by piece, while the server serves. After a restart it goes on where it was. */
@Injectable()
export class SearchBackfill implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('search index');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private positions = MIN_POSITIONS;

  constructor(
    private readonly database: Database,
    private readonly index: SearchIndex,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** What was said before this is not found yet; null once everything is. */
  async indexedSince(): Promise<Date | null> {
    const [row] = await this.database.rows<{ since: number | null }>(PROGRESS, []);
    return row?.since == null ? null : new Date(row.since);
  }

  private async run(): Promise<void> {
    let isDone = false;
    while (!isDone && !this.stopping.signal.aborted) {
      const begun = performance.now();
      try {
        isDone = await this.indexPiece();
        const milliseconds = performance.now() - begun;
        await this.wait(Math.max(MIN_PAUSE_MILLISECONDS, PAUSES_PER_PIECE * milliseconds));
      } catch (error) {
        this.logger.warn(`Tries again in ${String(PAUSE_AFTER_FAILURE_MILLISECONDS / 1000)} s: ${String(error)}`);
        await this.wait(PAUSE_AFTER_FAILURE_MILLISECONDS);
      }
    }
  }

  /** The newest piece that is not indexed; true where there is none. */
  private async indexPiece(): Promise<boolean> {
    const [row] = await this.database.rows<{ indexedFrom: number }>(PROGRESS, []);
    if (!row) return true;
    const from = Math.max(1, row.indexedFrom - this.positions);
    let busy = 0;
    await this.database.write(NO_LOCKS, async (tx) => {
      const begun = performance.now();
      await this.index.putBetween(tx, from, row.indexedFrom);
      await tx.rows(MOVE_PROGRESS, [from]);
      busy = performance.now() - begun;
    });
    this.fit(busy);
    return false;
  }

  private fit(milliseconds: number): void {
    const wanted = this.positions * Math.min(2, MAX_PIECE_MILLISECONDS / Math.max(milliseconds, 0.1));
    this.positions = Math.round(Math.min(MAX_POSITIONS, Math.max(MIN_POSITIONS, wanted)));
  }

  private async wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
