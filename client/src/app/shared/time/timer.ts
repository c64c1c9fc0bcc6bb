/** A delay that is longer than this fires at once: browsers keep it in 32 bits. */
const MAX_DELAY = 2 ** 31 - 1;

/** Does something later, however much later that is. What it gives takes it back. */
export function after(milliseconds: number, work: () => void): () => void {
  const left = Number.isNaN(milliseconds) ? 0 : Math.max(0, milliseconds);
  const timer = setTimeout(
    () => {
      if (left <= MAX_DELAY) work();
      else stop = after(left - MAX_DELAY, work);
    },
    Math.min(left, MAX_DELAY),
  );
  let stop = (): void => {
    clearTimeout(timer);
  };
  return () => {
    stop();
  };
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    after(milliseconds, resolve);
  });
}

/** Milliseconds since the page was opened: what nobody can set, unlike the clock of the machine. */
export function uptime(): number {
  return performance.now();
}
