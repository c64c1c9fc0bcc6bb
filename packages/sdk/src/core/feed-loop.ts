import type { FeedEnd } from './feed-end.js';

/** How far a subscription came, and what is to be done now. `again`: follow again at once, for nothing is wrong. */
export interface Followed<Cursor> {
  readonly end: FeedEnd | 'again';
  readonly reached: Cursor;
}

/** What the loop has others do. Whatever one of them throws ends the loop, and is thrown by `follow`. */
export interface FeedSteps<Cursor> {
  /** There is no connection. */
  readonly down: () => void;
  /** Subscribes with the cursor, and resolves when that has ended, for whatever reason. */
  readonly follow: (cursor: Cursor) => Promise<Followed<Cursor>>;
  /** Waits until another attempt makes sense. */
  readonly pause: (attempt: number) => Promise<void>;
  /** The log has been cut off: gives the cursor to go on from. */
  readonly readAnew: (cursor: Cursor) => Promise<Cursor>;
  readonly renewToken: () => Promise<unknown>;
}

/**
 * Follows a feed from one cursor to the next until it is stopped: a start, a connection that was lost and live are one path. It subscribes each time
 * with the newest cursor, so that nothing is missed and nothing comes twice.
 */
export class FeedLoop<Cursor> {
  private run = 0;
  private attempt = 0;

  constructor(private readonly steps: FeedSteps<Cursor>) {}

  /** Resolves once it was stopped, or begun anew. */
  async follow(from: Cursor): Promise<void> {
    const run = ++this.run;
    this.attempt = 0;
    let cursor = from;
    for (;;) {
      this.steps.down();
      const { end, reached } = await this.steps.follow(cursor);
      if (this.run !== run) return;
      cursor = reached;
      if (end === 'again') continue;
      this.steps.down();
      await this.steps.pause(this.attempt++);
      if (this.run !== run) return;
      if (end === 'read-anew') cursor = await this.steps.readAnew(cursor);
      else if (end !== 'resume') await this.steps.renewToken();
      if (this.run !== run) return;
    }
  }

  /** It has caught up: the next break is the first one again. */
  recovered(): void {
    this.attempt = 0;
  }

  stop(): void {
    this.run++;
  }
}
