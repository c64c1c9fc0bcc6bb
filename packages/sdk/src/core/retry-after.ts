/** What a client does by itself it never does again sooner than this, in milliseconds: whatever fails, however fast, and whatever wakes it. */
export const MIN_PAUSE = 1_000;

/** Whoever asks for more (a proxy, or a server whose clock was set) is asked again once in so long. */
const MAX_PAUSE = 3_600_000;

/** The milliseconds that the server asks a client to wait, within what makes sense. */
export function pauseOf(retryAfterSeconds: number): number {
  return Math.min(MAX_PAUSE, Math.max(MIN_PAUSE, retryAfterSeconds * 1000 || 0));
}
