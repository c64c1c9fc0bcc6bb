const FIRST = 2_000;
const MAX_PAUSE = 10_000;

/** How long to wait before an attempt, in milliseconds: longer each time, and never the same for all clients of a restarted server. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(MAX_PAUSE, FIRST * 2 ** attempt);
  return ceiling / 2 + (ceiling / 2) * random();
}
