/** In milliseconds: what nobody has opened for so long goes. */
export const MAX_AGE = 30 * 24 * 3_600_000;

/** All of it is in memory while the page is open, which bounds it sooner than the disk does. */
export const MAX_BYTES = 20_000_000;
const MAX_ROOMS = 100;

interface Kept {
  readonly id: string;
  readonly openedAt: number;
  readonly size: number;
}

/** Which conversations stay: those that were opened last, as many as there is room for. */
export function keptConversations<T extends Kept>(all: readonly T[], now: number, maxBytes = MAX_BYTES): readonly T[] {
  const recent = all.filter(({ openedAt }) => now - openedAt < MAX_AGE).sort((a, b) => b.openedAt - a.openedAt);
  let bytes = 0;
  return recent.slice(0, MAX_ROOMS).filter(({ size }) => {
    bytes += size;
    return bytes <= maxBytes;
  });
}
