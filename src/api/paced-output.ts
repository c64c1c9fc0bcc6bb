import type { Writable } from 'node:stream';
import { Wakeup } from '../runtime/index.js';

const STUCK_MILLISECONDS = 60_000;

/** What goes out to a reader who may not keep up. Nothing is gathered for one who does not: whoever writes looks at `isFull`, and waits. */
export abstract class PacedOutput {
  private fullSince: number | undefined;
  private readonly drains = new Wakeup();

  protected constructor(stream: Writable) {
    const drained = (): void => {
      this.fullSince = undefined;
      this.drains.wakeAll();
    };
    stream.on('drain', drained);
    stream.once('close', drained);
  }

  /** Whether the system does not take what was written: the reader does not keep up. */
  get isFull(): boolean {
    return this.fullSince !== undefined;
  }

  /** Whether the reader has not caught up with what waits for so long that they are given up. */
  get isStuck(): boolean {
    return this.fullSince !== undefined && performance.now() - this.fullSince > STUCK_MILLISECONDS;
  }

  /** Resolves once the system has taken all, or nobody is there any more; at once, where nothing is held up. */
  drained(): Promise<void> {
    return this.isFull ? this.drains.wait() : Promise.resolve();
  }

  /** The system holds more by now than it takes at once. */
  protected noteFull(): void {
    this.fullSince ??= performance.now();
  }
}
