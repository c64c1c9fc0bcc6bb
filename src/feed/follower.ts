import { setImmediate } from 'node:timers/promises';
import { type LoggedEvent, type LogPosition, placeOf } from '../log/index.js';
import type { Feed } from './feed.js';
import { FeedMark } from './feed-item.type.js';
import type { FeedStep } from './feed-step.js';
import type { Arrival, Group, Member } from './group.js';
import type { Interest, Reader } from './reader.js';
import type { Sink, Payload } from './sink.js';
import type { SharedOperation } from './shared-operation.js';

const AT_ONCE = 32;
/** The contract promises a sign of life within 30 seconds. */
const QUIET_AFTER_MILLISECONDS = 25_000;

/**
 * One subscriber's way through a feed: alone while there is something to catch up with, then with the group. Their place is
 * a position in the one order of the log, and the log, the tail and the group each give what comes after it; so there is no gap
 * between them, and no overlap. Nothing is read ahead of what the sink takes: a reader that does not read does not cost.
 */
export class Follower implements Member {
  private readonly group: Group;
  private readonly reader: Reader;
  private place: LogPosition;
  private isReplaying: boolean;
  private isOver = false;
  private isTravelling = false;
  private toldAt = performance.now();
  private part: () => void = () => undefined;

  constructor(
    private readonly feed: Feed,
    private readonly operation: SharedOperation,
    private readonly sink: Sink,
  ) {
    this.group = feed.stream.groupOf(operation);
    this.reader = feed.reader;
    this.place = feed.start;
    this.isReplaying = feed.isResumed;
    this.group.enrol();
  }

  get interest(): Interest {
    return this.reader.interest;
  }

  /** Delivers the feed; resolves when it is over. */
  async follow(): Promise<void> {
    this.feed.begin();
    try {
      if (!this.isReplaying) await this.tell(this.feed.stream.steps.mark(FeedMark.OPENED, this.place));
      await this.reader.standAt(this.place);
      while (!this.isOver) await this.advance();
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.isTravelling = false;
    this.group.leave(this);
    this.group.withdraw();
    this.part();
    this.feed.end();
  }

  meet(arrivals: readonly Arrival[]): boolean {
    for (const arrival of arrivals) {
      // Where another operation has filled the same socket, this event comes from the tail, once there is room for it.
      if (this.sink.isFull) this.fallBehind(arrival.before);
      else this.pass(arrival);
      if (!this.isTravelling) return false;
    }
    return true;
  }

  take(payload: Payload, now = performance.now()): void {
    this.sink.send(payload);
    this.toldAt = now;
  }

  fallBehind(place: LogPosition): void {
    // What did not concern them went past them.
    if (place.position > this.place.position) this.place = place;
    this.isTravelling = false;
    this.group.leave(this);
    this.part();
  }

  hears(event: LoggedEvent): boolean {
    return this.reader.sees(event);
  }

  isQuiet(): boolean {
    return performance.now() - this.toldAt >= QUIET_AFTER_MILLISECONDS;
  }

  /** The one path of a live delivery, thousands of times for a message: it looks at nothing that it does not need. */
  private pass({ event, payload, changesRooms, place, now }: Arrival): void {
    if (payload && this.reader.sees(event)) this.take(payload, now);
    this.place = place;
    if (changesRooms) {
      this.reader.movePast(event);
      if (this.reader.endsWith(event)) this.close();
    }
    if (this.isTravelling && this.sink.isFull) this.fallBehind(place);
  }

  private async advance(): Promise<void> {
    await this.sink.drained();
    if (this.isOver) return;
    const { stream } = this.feed;
    if (stream.isOver) {
      this.close();
      return;
    }
    const { tail } = stream;
    // Who starts at the log's end may be ahead of the tail, where a hint was lost. With the group they would meet again what they start behind.
    if (this.place.position > tail.knownTo.position) return tail.catchUp(this.place);
    const events = tail.after(this.place.position, AT_ONCE);
    if (!events) return this.catchUpFromLog();
    if (!this.isReplaying && this.group.standsAt(this.place)) return this.travel();
    if (events.length > 0) return this.goOver(events);
    if (this.isReplaying) return this.haveCaughtUp();
    return this.group.moved();
  }

  /** With the group, until it parts with this follower. */
  private travel(): Promise<void> {
    this.isTravelling = true;
    this.group.join(this);
    return new Promise((resolve) => (this.part = resolve));
  }

  private async catchUpFromLog(): Promise<void> {
    const { stream } = this.feed;
    this.isReplaying = true;
    await stream.tail.reachBack();
    if (stream.tail.after(this.place.position)) return;
    const { knownTo } = stream.tail;
    const events = await stream.olderAfter(this.place.position);
    if (events.length === 0) this.place = knownTo;
    return this.goOver(events);
  }

  /** Delivers what the reader sees of these events and stands behind them; others get their turn before the next are taken. */
  private async goOver(events: readonly LoggedEvent[]): Promise<void> {
    await this.feed.stream.roomsOfSubject.find(events);
    await this.deliver(events.filter((event) => this.sees(event)));
    const last = events.at(-1);
    if (last) this.place = placeOf(last);
    await setImmediate();
  }

  private sees(event: LoggedEvent): boolean {
    const sees = this.reader.sees(event);
    this.reader.movePast(event);
    return sees;
  }

  private async deliver(events: readonly LoggedEvent[]): Promise<void> {
    const { steps } = this.feed.stream;
    const stepOf = this.isReplaying ? steps.replayed : steps.live;
    for (let from = 0; from < events.length;) {
      const some = events.slice(from, from + Math.min(AT_ONCE, this.operation.atOnce));
      from += some.length;
      const payloads = await Promise.all(some.map((event) => this.operation.payloadOf(stepOf(event))));
      for (const [index, event] of some.entries()) {
        // Asked again after each wait: another operation of the same socket may have been quicker.
        while (this.sink.isFull) await this.sink.drained();
        if (this.isOver) return;
        const payload = payloads[index];
        if (payload) this.take(payload);
        if (this.reader.endsWith(event)) this.close();
      }
    }
  }

  private async haveCaughtUp(): Promise<void> {
    const { tail, steps } = this.feed.stream;
    if (tail.knownTo.position > this.place.position) this.place = tail.knownTo;
    this.isReplaying = false;
    await this.tell(steps.mark(FeedMark.CAUGHT_UP, this.place));
  }

  private async tell(mark: FeedStep): Promise<void> {
    const payload = await this.operation.payloadOf(mark);
    if (!this.isOver) this.take(payload);
  }
}
