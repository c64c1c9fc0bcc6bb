import { Logger } from '@nestjs/common';
import { type LoggedEvent, type LogPosition, membershipChangeOf, placeOf } from '../log/index.js';
import { Wakeup } from '../runtime/index.js';
import { Audience } from './audience.js';
import { FeedMark } from './feed-item.type.js';
import type { FeedSteps } from './feed-step.js';
import type { Interest } from './reader.js';
import type { RoomsOfSubject } from './rooms-of-subject.js';
import type { Payload } from './sink.js';
import type { SharedOperation } from './shared-operation.js';
import type { Tail } from './tail.js';

const AT_ONCE = 64;

/** An event that a group has come to: with its payload, where anybody hears of it. */
export interface Arrival {
  readonly event: LoggedEvent;
  readonly payload: Payload | undefined;
  /** Whether somebody's membership begins or ends with it. */
  readonly changesRooms: boolean;
  readonly before: LogPosition;
  readonly place: LogPosition;
  readonly now: number;
}

/** Somebody who goes along with a group. */
export interface Member {
  readonly interest: Interest;
  hears(event: LoggedEvent): boolean;
  /** Tells them, in order, of events that may concern them; answers whether they go on along. */
  meet(arrivals: readonly Arrival[]): boolean;
  take(payload: Payload): void;
  isQuiet(): boolean;
  /** From here they go on alone, where they are not further already. */
  fallBehind(place: LogPosition): void;
  /** There is nothing to follow any more. */
  close(): void;
}

/**
 * Those who follow a stream with the same operation and have caught up: they stand at one place and go on together. An event
 * is executed once and handed to each whom it may concern. Whoever cannot take it leaves, goes on alone, and comes back once they
 * have caught up again.
 */
export class Group {
  private readonly audience: Audience<Member>;
  private enrolled = 0;
  private place: LogPosition;
  private isGoing = false;
  private readonly moves = new Wakeup();
  private readonly dissolve: () => void;

  constructor(
    private readonly tail: Tail,
    private readonly steps: FeedSteps,
    private readonly operation: SharedOperation,
    private readonly roomsOfSubject: RoomsOfSubject,
  ) {
    this.audience = new Audience(roomsOfSubject);
    this.place = tail.knownTo;
    this.dissolve = tail.listen(() => void this.go());
  }

  /** Counts somebody who will come, until they withdraw. */
  enrol(): void {
    this.enrolled += 1;
  }

  withdraw(): void {
    this.enrolled -= 1;
  }

  /** Whether somebody who stands at this place may join: nothing lies between it and the group's. */
  standsAt({ position }: LogPosition): boolean {
    return this.tail.isNothingBetween(position, this.place.position);
  }

  join(member: Member): void {
    this.audience.add(member);
  }

  leave(member: Member): void {
    this.audience.remove(member);
  }

  /** Resolves when the group has gone on, at once where it waits for nothing. */
  moved(): Promise<void> {
    return this.isGoing ? this.moves.wait() : Promise.resolve();
  }

  /** The feed is over for everybody. */
  end(): void {
    for (const member of [...this.audience.all()]) member.close();
  }

  hasQuiet(): boolean {
    return this.quiet().length > 0;
  }

  /** Says to those who have long heard nothing that this is no fault; their cursor moves over what is not for them. */
  async tellQuiet(): Promise<void> {
    const quiet = this.quiet();
    if (quiet.length === 0) return;
    const { knownTo } = this.tail;
    const mark = this.steps.mark(FeedMark.QUIET, this.standsAt(knownTo) ? knownTo : this.place);
    const payload = await this.operation.payloadOf(mark);
    // Whoever was told something in the meantime is further than the mark.
    const still = new Set(this.quiet());
    for (const member of quiet) if (still.has(member)) member.take(payload);
  }

  /** Lets go of the stream, where nobody will come any more; answers whether it did. */
  dissolveIfEmpty(): boolean {
    if (this.enrolled > 0 || this.isGoing) return false;
    this.dissolve();
    return true;
  }

  private quiet(): Member[] {
    return [...this.audience.all()].filter((member) => member.isQuiet());
  }

  private async go(): Promise<void> {
    if (this.isGoing) return;
    this.isGoing = true;
    // What is committed together is heard of in one tick, and goes on together.
    await Promise.resolve();
    try {
      for (let events = this.next(); events.length > 0; events = this.next()) await this.goOver(events);
    } catch (error) {
      new Logger('feed').warn(`An event could not be executed for many at once: ${String(error)}`);
      this.scatter();
    }
    this.isGoing = false;
    this.moves.wakeAll();
  }

  private next(): readonly LoggedEvent[] {
    const events = this.tail.after(this.place.position, Math.min(AT_ONCE, this.operation.atOnce));
    if (this.audience.size > 0 && events) return events;
    this.scatter();
    return [];
  }

  private async goOver(events: readonly LoggedEvent[]): Promise<void> {
    const payloads = new Map<LoggedEvent, Payload>();
    await this.roomsOfSubject.find(events);
    await this.makePayloads(
      events.filter((event) => this.hears(event)),
      payloads,
    );
    for (let done = 0; done < events.length;) {
      const together = this.nextTogether(events, done);
      // Also for those who have come in the meantime. Nothing is waited for between the last look and the handing over.
      const missing = together.filter((event) => !payloads.has(event) && this.hears(event));
      if (missing.length > 0) await this.makePayloads(missing, payloads);
      else {
        this.handOver(together, payloads);
        done += together.length;
      }
    }
    this.moves.wakeAll();
  }

  private async makePayloads(events: readonly LoggedEvent[], into: Map<LoggedEvent, Payload>): Promise<void> {
    await Promise.all(
      events.map(async (event) => into.set(event, await this.operation.payloadOf(this.steps.live(event)))),
    );
  }

  /**
   * The next events that concern the same members, so that each of these is told of all at once: what belongs to one lies all over
   * the memory, and is fetched once. What changes somebody's rooms goes alone: what comes behind it may concern others.
   */
  private nextTogether(events: readonly LoggedEvent[], from: number): readonly LoggedEvent[] {
    const [first, ...others] = events.slice(from);
    if (!first) return [];
    if (changesRooms(first)) return [first];
    const end = others.findIndex((event) => changesRooms(event) || !this.audience.isSame(first, event));
    return [first, ...(end === -1 ? others : others.slice(0, end))];
  }

  private hears(event: LoggedEvent): boolean {
    for (const member of this.audience.of(event)) if (member.hears(event)) return true;
    return false;
  }

  private handOver(events: readonly LoggedEvent[], payloads: ReadonlyMap<LoggedEvent, Payload>): void {
    const [first] = events;
    if (!first) return;
    const now = performance.now();
    const arrivals: Arrival[] = [];
    let before = this.place;
    for (const event of events) {
      const place = placeOf(event);
      arrivals.push({ event, payload: payloads.get(event), changesRooms: changesRooms(event), before, place, now });
      before = place;
    }
    // Some leave while they are told.
    for (const member of [...this.audience.of(first)]) {
      if (changesRooms(first)) this.meetAndMove(member, arrivals);
      else member.meet(arrivals);
    }
    this.place = before;
  }

  /** Their rooms may be others afterwards: the audience must not have them under those that they were in. */
  private meetAndMove(member: Member, arrivals: readonly Arrival[]): void {
    this.audience.remove(member);
    let goesAlong = true;
    try {
      goesAlong = member.meet(arrivals);
    } finally {
      if (goesAlong) this.audience.add(member);
    }
  }

  /** Each goes on alone from where they stand. */
  private scatter(): void {
    for (const member of [...this.audience.all()]) member.fallBehind(this.place);
    this.place = this.tail.knownTo;
  }
}

function changesRooms(event: LoggedEvent): boolean {
  return membershipChangeOf(event) !== undefined;
}
