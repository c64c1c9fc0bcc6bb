/** Wakes everybody who waits for the next change, or for their time or signal to run out. */
export class Wakeup {
  private readonly sleepers = new Set<() => void>();

  wakeAll(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  wait(signal?: AbortSignal, milliseconds?: number): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(wake, milliseconds);
      const sleepers = this.sleepers;
      function wake(): void {
        clearTimeout(timer);
        sleepers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      }
      sleepers.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }
}
