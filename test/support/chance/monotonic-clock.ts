import { vi } from 'vitest';

const now = performance.now.bind(performance);

/** The clock that durations are measured with in this process, moved on by a test until it is disposed of. */
export function monotonicClock(): { advance(seconds: number): void } & Disposable {
  let ahead = 0;
  const moved = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  return {
    advance: (seconds) => {
      ahead += seconds * 1000;
    },
    [Symbol.dispose]: () => {
      moved.mockRestore();
    },
  };
}
