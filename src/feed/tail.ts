import { type LogPosition, Wakeup } from '../common/index.js';
import type { LoggedEvent } from '../events/index.js';

const KEPT = 512;
const READ_AT_ONCE = 200;

/** Reads the next events of a feed after a position. */
export type ReadAfter = (position: number, limit: number) => Promise<LoggedEvent[]>;

/**
 * The newest events of one feed, read from the log once for all who follow it. A reader takes from it at its own pace and
 * keeps nothing here but its own position, so that a slow one costs no memory; who falls further behind than what is kept
 * reads the log.
 */
export class Tail<Item extends LogPosition> {
  private items: Item[] = [];
  /** Everything after this position is in `items`. */
  private since: number;
  private reading: Promise<void> | undefined;
  private asked = false;
  private readonly wakeup = new Wakeup();

  constructor(
    start: LogPosition,
    private readonly readAfter: ReadAfter,
    private readonly toItem: (event: LoggedEvent) => Item,
  ) {
    this.since = start.position;
  }

  /** What came after a position, or `undefined` where that is further back than what is kept. */
  after(position: number): readonly Item[] | undefined {
    if (position < this.since) return undefined;
    const first = this.items.findIndex((item) => item.position > position);
    return first === -1 ? [] : this.items.slice(first);
  }

  /** Waits until there may be something new. */
  wait(closed: AbortSignal, milliseconds: number): Promise<void> {
    return this.wakeup.wait(closed, milliseconds);
  }

  /** Takes over what is new in the log. Hints that come while it reads make it read once more, not once each. */
  catchUp(): Promise<void> {
    this.asked = true;
    this.reading ??= this.read();
    return this.reading;
  }

  private async read(): Promise<void> {
    try {
      while (this.asked) {
        this.asked = false;
        const events = await this.readAfter(this.items.at(-1)?.position ?? this.since, READ_AT_ONCE);
        if (events.length === 0) continue;
        this.append(events.map(this.toItem));
        this.asked = true;
      }
    } finally {
      // In the same tick as the last look at `asked`: a hint that came between the two would be lost.
      this.reading = undefined;
    }
  }

  private append(items: readonly Item[]): void {
    this.items.push(...items);
    const dropped = this.items.splice(0, Math.max(0, this.items.length - KEPT));
    this.since = dropped.at(-1)?.position ?? this.since;
    this.wakeup.wakeAll();
  }
}
