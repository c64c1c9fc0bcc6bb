import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
/** Enough for hundreds of ids: asking the system for random bytes costs several times what is made of them. */
const pool = new Uint8Array(RANDOM_BYTES * 256);
let taken = pool.length;

/** Of the id that was made last. */
let millisecond = -Infinity;
let place = 0;

/** UUID version 7 (RFC 9562): unique without asking anybody, and rising with time, so that indexes stay compact. */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  // Also where many are made in one millisecond, or the clock was set back: each id is greater than the one before.
  if (now > millisecond) {
    millisecond = now;
    place = firstPlace(random);
  } else if (place === MAX_PLACE) {
    millisecond += 1;
    place = 0;
  } else place += 1;
  return v7({ random, msecs: millisecond, seq: place });
}

/** Whether a text can be an id at all; what cannot is not worth asking the database for. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** What the place of an id within its millisecond has room for. */
const MAX_PLACE = 2 ** 32 - 1;

/** In the lower half, so that there is room above it. */
function firstPlace(random: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.subarray(6);
  return ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d;
}

/** Bytes that nobody has had before. */
function randomBytes(): Uint8Array {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += RANDOM_BYTES;
  return pool.subarray(taken - RANDOM_BYTES, taken);
}
