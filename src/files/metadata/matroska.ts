import type { Patch } from './patches.js';
import { type StoredFile, TooIntricate } from './stored-file.js';

/** Of Matroska and WebM (EBML): an id, a length, and the content; both numbers say by their first bits how long they are. */
interface Element {
  readonly id: number;
  readonly at: number;
  readonly start: number;
  /** Undefined where the writer did not know it yet: a recording that was sent while it was made. */
  readonly end: number | undefined;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
/** Where, when, by whom: tags, files that lie within, and of what is said of the whole its title, date and name. */
const TOLD = new Set([0x1254c367, 0x1941a469, 0x7ba9, 0x4461, 0x7384]);
/** Each is kept until the file is written anew. */
const MAX_PATCHES = 20_000;
const ENTERED = new Set([SEGMENT, INFO]);

export async function patchesForMatroska(file: StoredFile): Promise<Patch[]> {
  const patches: Patch[] = [];
  for (let at = 0; at < file.size;) {
    const element = await elementAt(file, at);
    if (!element) break;
    const { id, start, end = file.size } = element;
    // Emptied in its whole length, also where that leads beyond the end of the file.
    if (TOLD.has(id)) patches.push(...voided(element, end));
    if (patches.length > MAX_PATCHES) throw new TooIntricate();
    // Of an unknown length: what is in it comes one by one, and behind it what follows it.
    const isEntered = ENTERED.has(id) || (id === CLUSTER && element.end === undefined);
    at = isEntered ? start : end;
  }
  return patches;
}

async function elementAt(file: StoredFile, at: number): Promise<Element | undefined> {
  const head = await file.read(at, 12);
  const idBytes = Math.clz32((head[0] ?? 0) << 24) + 1;
  const lengthAt = head[idBytes];
  if (idBytes > 4 || lengthAt === undefined) return undefined;
  const lengthBytes = Math.clz32(lengthAt << 24) + 1;
  if (lengthBytes > 8 || idBytes + lengthBytes > head.length) return undefined;
  const start = at + idBytes + lengthBytes;
  const length = numberIn(head.subarray(idBytes, idBytes + lengthBytes), 0xff >> lengthBytes);
  return { id: head.readUIntBE(0, idBytes), at, start, end: length === undefined ? undefined : start + length };
}

/** Undefined where all bits are set, which says that nobody knew. */
function numberIn(bytes: Buffer, mask: number): number | undefined {
  const [first = 0, ...rest] = bytes;
  if ((first & mask) === mask && rest.every((byte) => byte === 0xff)) return undefined;
  return rest.reduce((sum, byte) => sum * 256 + byte, first & mask);
}

/** Empty space (Void) of the same size: with a length of eight bytes where there is room for it. */
function voided({ at }: Element, end: number): Patch[] {
  const whole = end - at;
  if (whole < 2) return [];
  const isShort = whole < 10;
  const head = Buffer.alloc(isShort ? 2 : 9);
  head[0] = 0xec;
  if (isShort) head[1] = 0x80 | (whole - 2);
  else head.writeBigUInt64BE((1n << 56n) | BigInt(whole - 9), 1);
  return [{ at, length: whole, bytes: head }];
}
