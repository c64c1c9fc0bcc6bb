/** Wakes everybody who waits for the next change, or whose signal fires. */
export class Wakeup {
  private readonly sleepers = new Set<() => void>();

  wakeAll(): void {
    for (const wake of [...this.sleepers]) wake();
  }

  wait(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }
}
