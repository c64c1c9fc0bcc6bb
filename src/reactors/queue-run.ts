import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

const PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;
const MAX_SLEEP_MILLISECONDS = 60_000;

/** Begins what is to be done now, and says when there may be more, in milliseconds since 1970; null where nothing is known to be. */
export type Round = () => Promise<number | null>;

/**
 * Runs a queue that lies in the database: a round whenever there may be something to do, when the next thing is due, and when something that was begun is over. Sending
 * to others takes time, so several things may be under way at once. A server that is killed goes on at its next start.
 */
export class QueueRun {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private timer: NodeJS.Timeout | undefined;

  /** Ended when the server stops. */
  readonly signal: AbortSignal = this.stopping.signal;

  constructor(
    name: string,
    private readonly now: () => number,
    private readonly round: Round,
  ) {
    this.logger = new Logger(name);
  }

  /** There may be something to do. */
  wake(): void {
    this.isAsked = true;
    if (!this.signal.aborted) this.running ??= this.run();
  }

  /** Before the database closes. What is under way is cut, and begun again at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
    await Promise.all(this.underWay.values());
  }

  /** How many things are under way. */
  get size(): number {
    return this.underWay.size;
  }

  isUnderWay(key: string): boolean {
    return this.underWay.has(key);
  }

  /** Does something beside the rounds. Once it is over there is a round again; `release` gives back its places before that. */
  begin(key: string, work: () => Promise<void>, release?: () => void): void {
    const doing = this.attempt(work).finally(() => {
      release?.();
      this.underWay.delete(key);
      this.wake();
    });
    this.underWay.set(key, doing);
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.signal.aborted) {
      this.isAsked = false;
      try {
        this.sleepUntil(await this.round());
      } catch (error) {
        this.isAsked = true;
        this.logger.warn(`Tries again in ${String(PAUSE_AFTER_FAILURE_MILLISECONDS / 1000)} s: ${String(error)}`);
        await this.pause();
      }
    }
    // In the same tick as the last look at `isAsked`.
    this.running = undefined;
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // What is cut because the server stops is no fault.
      if (this.signal.aborted) return;
      this.logger.warn(`Could not be done: ${String(error)}`);
      await this.pause();
    }
  }

  private sleepUntil(next: number | null): void {
    clearTimeout(this.timer);
    if (next === null || this.signal.aborted) return;
    const milliseconds = Math.max(next - this.now(), 0) + 1;
    this.timer = setTimeout(
      () => {
        this.wake();
      },
      Math.min(milliseconds, MAX_SLEEP_MILLISECONDS),
    ).unref();
  }

  private async pause(): Promise<void> {
    await pause(PAUSE_AFTER_FAILURE_MILLISECONDS, undefined, { signal: this.signal, ref: false }).catch(
      () => undefined,
    );
  }
}
