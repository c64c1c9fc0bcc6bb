import { Wakeup } from '#server/runtime/index.js';

/** Counts what is done, so that others can come in at a moment of it: a moment is a count, and not a time. */
export class Progress {
  private count = 0;
  private isOver = false;
  private readonly changes = new Wakeup();

  get done(): number {
    return this.count;
  }

  advance(): void {
    this.count += 1;
    this.changes.wakeAll();
  }

  end(): void {
    this.isOver = true;
    this.changes.wakeAll();
  }

  /** Resolves when so much is done, or nothing more will be. */
  async reaches(count: number): Promise<void> {
    while (this.count < count && !this.isOver) await this.changes.wait();
  }
}
