/** Lets a bounded number of tasks run at once; a bounded number of others waits, in the order in which they came. */
export class Semaphore {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(
    places: number,
    private readonly maxWaiting = Infinity,
  ) {
    this.free = places;
  }

  /** Where too many wait already, the task is not run: the refusal is thrown instead. */
  async pass<T>(task: () => Promise<T>, refusal?: () => Error): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else if (refusal && this.waiting.length >= this.maxWaiting) throw refusal();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
