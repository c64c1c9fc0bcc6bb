import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

const MIN_PAUSE_MILLISECONDS = 2;
const PAUSE_AFTER_FAULT_MILLISECONDS = 60_000;
const HOUR = 60 * 60 * 1000;

/** Does a piece of some work, in a change of its own that is over soon; says whether there may be more. Twice does no harm. */
export type Piece = () => Promise<boolean>;

/** Does one piece after the other until none is left; false where the server stops before. */
export type UntilDone = (piece: Piece) => Promise<boolean>;

/**
 * Long work that nobody waits for: in small pieces, and between two of them others have at least as much time. What is left to do is in the database, so that
 * whoever is killed in between goes on at the next start. Runs once at a time, and tries again what fails.
 */
export class BackgroundWork {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isAsked = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    name: string,
    private readonly work: (untilDone: UntilDone) => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  /** There may be something to do. */
  wake(): void {
    this.isAsked = true;
    if (!this.stopping.signal.aborted) this.running ??= this.run();
  }

  /** Time alone makes something to do: looks now, and every hour from now on. */
  wakeEveryHour(): void {
    this.wake();
    this.timer ??= setInterval(() => {
      this.wake();
    }, HOUR).unref();
  }

  /** Resolves once nothing is left to do. */
  async isDone(): Promise<void> {
    await this.running;
  }

  /** Before the database closes. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.stopping.signal.aborted) {
      this.isAsked = false;
      try {
        await this.work(this.untilDone);
      } catch (error) {
        this.isAsked = true;
        this.logger.warn(`Tries again in a minute: ${String(error)}`);
        await this.pause(PAUSE_AFTER_FAULT_MILLISECONDS);
      }
    }
    // In the same tick as the last look at `isAsked`: what came between the two would wait for the next one.
    this.running = undefined;
  }

  private readonly untilDone: UntilDone = async (piece) => {
    for (;;) {
      if (this.stopping.signal.aborted) return false;
      const begun = performance.now();
      if (!(await piece())) return true;
      await this.pause(Math.max(MIN_PAUSE_MILLISECONDS, performance.now() - begun));
    }
  };

  private async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
