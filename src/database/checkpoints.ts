import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';

export type CheckpointOrder = 'copy' | 'begin again' | 'end';
export interface CheckpointAnswer {
  readonly fault?: string;
}

const log = new Logger('database');

/** 16 MB: less often would fill the disk, more often would let those who write wait more often. */
const FRAMES_BETWEEN = 4000;

/**
 * Copies the write-ahead log into the database before it grows too long. SQLite would do so within a commit, and let everybody
 * wait for two syncs: here another thread does.
 */
export class Checkpoints {
  private worker: Worker | undefined;
  private dueAt = FRAMES_BETWEEN;
  private running: Promise<void> | undefined;
  private isClosing = false;

  constructor(
    private readonly path: string,
    private readonly framesInLog: () => number,
    /** Runs while nothing is being committed, and all that was committed is on disk. */
    private readonly betweenCommits: (run: () => Promise<void>) => Promise<void>,
  ) {}

  /** To be called after each commit, with the pages that the log holds then. */
  async runIfDue(frames: number): Promise<void> {
    if (this.running || this.isClosing || frames < this.dueAt) return;
    this.running = this.run();
    await this.running;
  }

  /** Resolves once nothing here uses the database any more. */
  async close(): Promise<void> {
    this.isClosing = true;
    // Where nothing else is left to do, the process would end in the middle of this.
    this.worker?.ref();
    await this.running;
    if (!this.worker) return;
    const exit = once(this.worker, 'exit');
    this.worker.postMessage('end' satisfies CheckpointOrder);
    await exit;
  }

  private async run(): Promise<void> {
    try {
      // Most of it while others write; then the rest, so that the log can begin again.
      await this.order('copy');
      await this.betweenCommits(() => this.order('begin again'));
    } catch (error) {
      log.warn({ message: 'The write-ahead log could not be copied into the database now.', cause: String(error) });
    }
    this.dueAt = this.framesInLog() + FRAMES_BETWEEN;
    this.running = undefined;
  }

  private async order(order: CheckpointOrder): Promise<void> {
    this.worker ??= this.begin();
    this.worker.postMessage(order);
    const [answer] = (await once(this.worker, 'message')) as [CheckpointAnswer];
    if (answer.fault !== undefined) throw new Error(answer.fault);
  }

  private begin(): Worker {
    const worker = new Worker(new URL('./checkpoints.worker.js', import.meta.url), { workerData: this.path });
    worker.unref();
    worker.once('exit', () => {
      this.worker = undefined;
    });
    return worker;
  }
}
