import { type LoggedEvent, type LogPosition, placeOf } from '../log/index.js';

/** The newest events that are kept, and how many more may gather before the oldest go. */
const KEPT = 512;
const SLACK = 256;
const READ_AT_ONCE = 256;

/** One feed's part of the log. */
export interface LogPart {
  /** The next events after a position. */
  after(position: number, limit: number): Promise<LoggedEvent[]>;
  /** The newest events up to a position, oldest first. */
  upTo(position: number, limit: number): Promise<LoggedEvent[]>;
  /** The page that the next event after a position is on, behind the last event of the page before it. */
  page(position: number, size: number): Promise<LoggedEvent[]>;
  /** Counts the part's events without gaps: what comes right after another is known by it. */
  ordinalOf(event: LoggedEvent): number;
}

/**
 * The newest events of one feed, in memory once for all who follow it. It grows by what the bus says, as long as that fits
 * without a gap to what it has; else by reading the log. Who is further behind than what is kept reads the log.
 */
export class Tail {
  private events: LoggedEvent[] = [];
  /** Everything after this position, up to `knownTo`, is in `events`. */
  private since: number;
  private known: LogPosition;
  private newestOrdinal: number | undefined;
  private reading: Promise<void> | undefined;
  private asked = false;
  private reachingBack: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    start: LogPosition,
    private readonly part: LogPart,
  ) {
    this.since = start.position;
    this.known = start;
  }

  /** Up to here the tail has all that the log has of this feed. */
  get knownTo(): LogPosition {
    return this.known;
  }

  /** The next events after a position, or `undefined` where that is further back than what is kept. */
  after(position: number, most = KEPT + SLACK): readonly LoggedEvent[] | undefined {
    if (position < this.since) return undefined;
    const first = this.firstAfter(position);
    return this.events.slice(first, first + most);
  }

  /** What is further back than this is not kept. */
  get keptSince(): number {
    return this.since;
  }

  /** Whether it is certain that nothing lies between two positions: of what is further back than what is kept, nothing is known. */
  isNothingBetween(one: number, other: number): boolean {
    return one >= this.since && other >= this.since && this.firstAfter(one) === this.firstAfter(other);
  }

  /** Hears of what was written; whatever was not heard of before is read from the log. */
  hear(event: LoggedEvent): Promise<void> {
    if (event.position <= this.known.position) return Promise.resolve();
    const follows = this.newestOrdinal !== undefined && this.part.ordinalOf(event) === this.newestOrdinal + 1;
    if (!follows || this.reading) return this.catchUp();
    this.append([event]);
    return Promise.resolve();
  }

  /** Takes over what is new in the log. Hints that come while it reads make it read once more, not once each. */
  catchUp(head: LogPosition = this.known): Promise<void> {
    this.asked = true;
    this.reading ??= this.read(head);
    return this.reading;
  }

  /** Takes over what was before the tail began: what most of those who come back have missed. It is read once. */
  reachBack(): Promise<void> {
    this.reachingBack ??= this.readBack();
    return this.reachingBack;
  }

  /** Calls back, in the same tick, when there is something new. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async read(head: LogPosition): Promise<void> {
    try {
      while (this.asked) {
        this.asked = false;
        const events = await this.part.after(this.known.position, READ_AT_ONCE);
        if (events.length === 0) continue;
        this.append(events);
        this.asked = true;
      }
      if (head.position > this.known.position) this.known = head;
    } finally {
      // In the same tick as the last look at `asked`: a hint that came between the two would be lost.
      this.reading = undefined;
    }
  }

  private async readBack(): Promise<void> {
    const until = this.since;
    try {
      const before = await this.part.upTo(until, KEPT);
      if (this.since === until) this.prepend(before);
    } catch (error) {
      this.reachingBack = undefined;
      throw error;
    }
  }

  private prepend(before: readonly LoggedEvent[]): void {
    this.events.unshift(...before);
    // Fewer than asked for: there is nothing further back.
    this.since = before.length < KEPT ? 0 : (before[0]?.position ?? 1) - 1;
    this.newestOrdinal ??= this.ordinalOfLast();
  }

  private append(events: readonly LoggedEvent[]): void {
    this.events.push(...events);
    const newest = this.events.at(-1);
    if (newest) this.known = placeOf(newest);
    this.newestOrdinal = this.ordinalOfLast();
    if (this.events.length > KEPT + SLACK) {
      const dropped = this.events.splice(0, this.events.length - KEPT);
      this.since = dropped.at(-1)?.position ?? this.since;
    }
    for (const listener of this.listeners) listener();
  }

  private ordinalOfLast(): number | undefined {
    const last = this.events.at(-1);
    return last && this.part.ordinalOf(last);
  }

  /** Where in `events` the first one after a position is. */
  private firstAfter(position: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.events[middle]?.position ?? Infinity) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
