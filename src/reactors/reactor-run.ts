import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type Database, NO_LOCKS } from '../database/index.js';
import { type EventLog, isOneOf, type LoggedEvent } from '../log/index.js';
import { MOVE_OFFSET, OFFSET_OF } from './offsets.queries.js';
import type { GatheringReactor, Reactor } from './reactor.js';

const MAX_EVENTS_AT_ONCE = 200;
/** In one transaction, for which everybody who writes waits. */
const MAX_EVENTS_TOGETHER = 100;
/** Of events that are none of its business, so many are gone past before that is written down: each writing costs a sync. */
const MAX_UNWRITTEN = 5000;
const MIN_PAUSE_MILLISECONDS = 1000;
const MAX_PAUSE_MILLISECONDS = 5 * 60 * 1000;

/** One reactor on its way through the log: works, then moves its offset, and tries again what fails. One at a time. */
export class ReactorRun {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private failures = 0;
  /** All events up to here are done with. */
  private place = 0;
  private written = 0;

  constructor(
    private readonly reactor: Reactor | GatheringReactor,
    private readonly database: Database,
    private readonly log: EventLog,
  ) {
    this.logger = new Logger(`reactor ${reactor.name}`);
  }

  /** Finds its place in the log, before anything else happens. */
  async begin(): Promise<void> {
    const [row] = await this.database.rows<{ position: number }>(OFFSET_OF, [this.reactor.name]);
    const first = this.reactor.begins === 'at the end' ? this.log.head().position : 0;
    this.place = row?.position ?? first;
    if (row) this.written = row.position;
    else await this.writeOffset(first);
  }

  /** Hears of something new in the log. What is none of its business, and the next one, need not be read. */
  hear(event: LoggedEvent): void {
    const isNext = !this.running && this.place === event.position - 1;
    const isSmallStep = event.position - this.written < MAX_UNWRITTEN;
    if (isNext && isSmallStep && !isOneOf(event, this.reactor.kinds)) this.place = event.position;
    else this.wake();
  }

  /** There may be something new in the log. */
  wake(): void {
    this.isAsked = true;
    if (!this.stopping.signal.aborted) this.running ??= this.run();
  }

  /** Up to here it is done with everything. */
  get position(): number {
    return this.place;
  }

  /** How many events it has yet to look at. */
  lag(): number {
    return this.log.head().position - this.place;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        await this.gather();
        await this.catchUp();
        this.failures = 0;
      } catch (error) {
        await this.waitAfter(error);
      }
    }
    // In the same tick as the last look at `isAsked`: an event that came between the two would wait for the next one.
    this.running = undefined;
  }

  private async catchUp(): Promise<void> {
    for (let events = await this.next(); events.length > 0; events = await this.next()) {
      if ('react' in this.reactor) await this.passEach(events, this.reactor);
      else await this.passTogether(events, this.reactor);
      if (this.stopping.signal.aborted) return;
    }
  }

  /** What comes at once is worked on at once. */
  private async gather(): Promise<void> {
    if ('react' in this.reactor) return;
    await this.pause(this.reactor.gathersMilliseconds);
    this.isAsked = false;
  }

  private async passEach(events: readonly LoggedEvent[], reactor: Reactor): Promise<void> {
    for (const event of events) {
      if (this.stopping.signal.aborted) return;
      await this.pass(event, reactor);
    }
  }

  private async passTogether(events: readonly LoggedEvent[], reactor: GatheringReactor): Promise<void> {
    const last = events.at(-1)?.position;
    if (last === undefined || this.stopping.signal.aborted) return;
    const concerned = events.filter((event) => isOneOf(event, reactor.kinds));
    if (concerned.length > 0) {
      await this.database.write(NO_LOCKS, async (tx) => {
        await reactor.reactToAll(tx, concerned);
        await tx.rows(MOVE_OFFSET, [reactor.name, last]);
      });
      this.written = last;
    }
    this.place = last;
    if (last - this.written >= MAX_UNWRITTEN) await this.writeOffset(last);
  }

  private async pass(event: LoggedEvent, reactor: Reactor): Promise<void> {
    const concerns = isOneOf(event, reactor.kinds);
    if (concerns) await reactor.react(event);
    this.place = event.position;
    if (concerns || event.position - this.written >= MAX_UNWRITTEN) await this.writeOffset(event.position);
  }

  private next(): Promise<LoggedEvent[]> {
    return this.log.allAfter(this.place, 'react' in this.reactor ? MAX_EVENTS_AT_ONCE : MAX_EVENTS_TOGETHER);
  }

  private async writeOffset(position: number): Promise<void> {
    await this.database.write(NO_LOCKS, (tx) => tx.rows(MOVE_OFFSET, [this.reactor.name, position]));
    this.written = position;
  }

  private async waitAfter(error: unknown): Promise<void> {
    this.isAsked = true;
    const milliseconds = Math.min(MIN_PAUSE_MILLISECONDS * 2 ** this.failures, MAX_PAUSE_MILLISECONDS);
    this.failures += 1;
    this.logger.warn(`Tries again in ${String(milliseconds / 1000)} s: ${String(error)}`);
    await this.pause(milliseconds);
  }

  private async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
