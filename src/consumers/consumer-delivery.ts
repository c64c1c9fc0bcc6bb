import { setImmediate } from 'node:timers/promises';
import type { Refusal } from '../errors/index.js';
import { type Delivery, FeedMark, type FeedStep, type Reader, type Stream } from '../feed/index.js';
import { BEGINNING, type EventLog, type LoggedEvent, type LogPosition, placeOf } from '../log/index.js';
import { Wakeup } from '../runtime/index.js';
import type { ConsumerConnection, ConsumerConnections } from './consumer-connections.js';
import type { WantedEvents } from './wanted-events.js';
import { Window } from './window.js';

const AT_ONCE = 32;
/** The contract promises a sign of life within 30 seconds. */
const QUIET_AFTER_MILLISECONDS = 25_000;

/** Who consumes what, and how. */
export interface Consuming {
  readonly consumerId: string;
  readonly stream: Stream;
  readonly reader: Reader;
  readonly wanted: WantedEvents;
  /** How many events may be ahead of what was acknowledged. */
  readonly inFlight: number;
  /** Whether the consumer was made now, to begin from now. */
  readonly isNew: boolean;
  /** Where the consumer stands. Only to be asked once nobody else is connected. */
  readonly findPlace: () => Promise<LogPosition>;
  readonly connections: ConsumerConnections;
  readonly log: EventLog;
  /** Called at the end. */
  readonly release: () => void;
}

/** Makes of each step what is delivered. */
interface Shows<Payload> {
  /** How many may be made at once. */
  readonly atOnce: number;
  payloadOf(step: FeedStep): Promise<Payload>;
}

/** The way out for what is delivered. */
interface WayOut<Payload> {
  readonly isFull: boolean;
  send(payload: Payload): void;
  /** Resolves once there is room again, or nobody is there any more. */
  drained(): Promise<void>;
}

/**
 * One consumer's way through its feed. It goes alone, and waits while as many events are in flight as may be: meanwhile nothing is kept for it but its place, and
 * what comes after that is read from the log, or from the tail, once there is room.
 */
export class ConsumerDelivery<Payload> implements Delivery, ConsumerConnection {
  private readonly window: Window;
  private readonly wakes = new Wakeup();
  /** All up to here was delivered, or passed over because it was not wanted. */
  private place = BEGINNING;
  private acknowledgedPlace = BEGINNING;
  private isReplaying: boolean;
  private isOver = false;
  private reason: Refusal | undefined;
  private toldAt = performance.now();

  constructor(
    private readonly consuming: Consuming,
    private readonly operation: Shows<Payload>,
    private readonly sink: WayOut<Payload>,
  ) {
    this.window = new Window(consuming.inFlight);
    this.isReplaying = !consuming.isNew;
  }

  /** Delivers until it is over; throws where somebody else has ended it. */
  async follow(): Promise<void> {
    const { connections, consumerId, stream } = this.consuming;
    connections.takeOver(consumerId, this);
    const listening = [stream.tail.listen(this.wake), stream.onTick(this.wake)];
    try {
      await this.standAt(await this.consuming.findPlace());
      if (!this.isReplaying) await this.tell(FeedMark.OPENED);
      while (!this.isOver) await this.advance();
    } finally {
      for (const stop of listening) stop();
      this.close();
    }
    if (this.reason) throw this.reason;
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    const { connections, consumerId, release } = this.consuming;
    connections.leave(consumerId, this);
    release();
    this.wake();
  }

  end(reason: Refusal): void {
    this.reason ??= reason;
    this.close();
  }

  acknowledged(place: LogPosition): void {
    this.window.acknowledged(place.position);
    if (place.position > this.acknowledgedPlace.position) this.acknowledgedPlace = place;
    this.wake();
  }

  private readonly wake = (): void => {
    this.wakes.wakeAll();
  };

  private async advance(): Promise<void> {
    // What was acknowledged without having been delivered is not delivered any more.
    if (this.acknowledgedPlace.position > this.place.position) return this.standAt(this.acknowledgedPlace);
    if (this.sink.isFull) return this.sink.drained();
    // It may pass over many that are not wanted before it delivers one.
    if (this.isReplaying && this.isQuiet()) return this.tell(FeedMark.QUIET);
    if (this.window.free === 0) return this.rest();
    const { tail } = this.consuming.stream;
    // A hint may have been lost: then the place is ahead of the tail.
    if (this.place.position > tail.knownTo.position) return tail.catchUp(this.place);
    const events = tail.after(this.place.position, AT_ONCE);
    if (!events) return this.catchUpFromLog();
    if (events.length > 0) return this.goOver(events);
    if (this.isReplaying) return this.haveCaughtUp();
    return this.rest();
  }

  /** Waits until something new is in the log, or something is acknowledged. After a while it says that silence is no fault. */
  private async rest(): Promise<void> {
    if (!this.isQuiet()) return this.wakes.wait();
    const { stream, log } = this.consuming;
    // A hint may have been lost: the log is the truth.
    await stream.tail.catchUp(log.head());
    if (this.window.free > 0 && stream.tail.after(this.place.position, 1)?.length !== 0) return;
    await this.tell(FeedMark.QUIET);
  }

  private async catchUpFromLog(): Promise<void> {
    const { stream } = this.consuming;
    this.isReplaying = true;
    await stream.tail.reachBack();
    if (stream.tail.after(this.place.position)) return;
    const { knownTo } = stream.tail;
    const events = await stream.olderAfter(this.place.position);
    if (events.length === 0) this.place = knownTo;
    return this.goOver(events);
  }

  /** Delivers what is wanted of these events, as far as there is room for it; others get their turn before the next are taken. */
  private async goOver(events: readonly LoggedEvent[]): Promise<void> {
    const { stream, wanted } = this.consuming;
    await stream.roomsOfSubject.find(events);
    const left = [...(await wanted.among(events.filter((event) => this.sees(event))))];
    while (left.length > 0 && this.hasRoom()) {
      await this.deliver(left.splice(0, Math.min(AT_ONCE, this.operation.atOnce, this.window.free)));
    }
    // What there was no room for is looked at anew then: that may be much later, and rights may have changed.
    if (left.length > 0) await this.standAt(this.place);
    else this.passTo(events.at(-1));
    await setImmediate();
  }

  private sees(event: LoggedEvent): boolean {
    const { reader } = this.consuming;
    const sees = reader.sees(event);
    reader.movePast(event);
    return sees;
  }

  private hasRoom(): boolean {
    return !this.isOver && !this.sink.isFull && this.window.free > 0;
  }

  private async deliver(events: readonly LoggedEvent[]): Promise<void> {
    const { steps } = this.consuming.stream;
    const stepOf = this.isReplaying ? steps.replayed : steps.live;
    const payloads = await Promise.all(events.map((event) => this.operation.payloadOf(stepOf(event))));
    for (const [index, event] of events.entries()) {
      while (this.sink.isFull && !this.isOver) await this.sink.drained();
      const payload = payloads[index];
      if (this.isOver || !payload) return;
      this.window.delivered(event.position);
      this.passTo(event);
      this.sink.send(payload);
      this.toldAt = performance.now();
    }
  }

  private passTo(event: LoggedEvent | undefined): void {
    if (event && event.position > this.place.position) this.place = placeOf(event);
  }

  private async standAt(place: LogPosition): Promise<void> {
    this.place = place;
    await this.consuming.reader.standAt(place);
  }

  private async haveCaughtUp(): Promise<void> {
    const { knownTo } = this.consuming.stream.tail;
    if (knownTo.position > this.place.position) this.place = knownTo;
    this.isReplaying = false;
    await this.tell(FeedMark.CAUGHT_UP);
  }

  private isQuiet(): boolean {
    return performance.now() - this.toldAt >= QUIET_AFTER_MILLISECONDS;
  }

  private async tell(mark: FeedMark): Promise<void> {
    const step: FeedStep = this.consuming.stream.steps.mark(mark, this.place, !this.isReplaying);
    const payload = await this.operation.payloadOf(step);
    if (this.isOver) return;
    this.sink.send(payload);
    this.toldAt = performance.now();
  }
}
