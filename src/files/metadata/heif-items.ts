import type { Patch } from './patches.js';
import { type StoredFile, TooIntricate } from './stored-file.js';

/** A stretch of the file that belongs to an item; or of the table of contents itself, which can hold small ones. */
interface Extent {
  readonly at: number;
  readonly length: number;
}

/** What a picture is put together from. Everything else (Exif, XMP, …) tells of it. */
const SHOWN = new Set([
  'hvc1',
  'hvt1',
  'lhv1',
  'hev1',
  'av01',
  'avc1',
  'vvc1',
  'evc1',
  'jpeg',
  'j2k1',
  'unci',
  'grid',
  'iovl',
  'iden',
  'tmap',
  'mski',
]);

const MAX_EXTENTS = 10_000;
/** Of all items. An extent can take no place in the table: what a few bytes claim would keep the server busy for hours. */
const MAX_LOOKED_AT = 100_000;

/**
 * The bytes of the items of a HEIF or AVIF picture that do not show. `content` is that of its table of contents (the box `meta`);
 * undefined where this is the table of something else, such as of a film's titles.
 */
export async function itemsToBlank(file: StoredFile, content: number, end: number): Promise<Patch[] | undefined> {
  const table = new Bytes(await file.read(content, end - content));
  const parts = table.boxes(4, table.length);
  const handler = parts.find(({ type }) => type === 'hdlr');
  if (!handler || table.text(handler.start + 8, 4) !== 'pict') return undefined;
  const told = toldBy(table, parts);
  const idat = parts.find(({ type }) => type === 'idat');
  const location = parts.find(({ type }) => type === 'iloc');
  return location ? extentsIn(table, location, told, idat && content + idat.start) : [];
}

/** The items that only tell something. */
function toldBy(table: Bytes, parts: readonly Part[]): Set<number> {
  const infos = parts.find(({ type }) => type === 'iinf');
  if (!infos) return new Set();
  const start = infos.start + (table.uint(infos.start, 1) === 0 ? 6 : 8);
  const told = new Set<number>();
  for (const { type, start: at } of table.boxes(start, infos.end)) {
    const version = table.uint(at, 1);
    if (type !== 'infe' || version < 2) continue;
    const idBytes = version === 2 ? 2 : 4;
    if (!SHOWN.has(table.text(at + 4 + idBytes + 2, 4))) told.add(table.uint(at + 4, idBytes));
  }
  return told;
}

function extentsIn(table: Bytes, { start, end }: Part, told: Set<number>, idatAt: number | undefined): Extent[] {
  const version = table.uint(start, 1);
  const sizes = table.uint(start + 4, 2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const idBytes = version < 2 ? 2 : 4;
  const extents: Extent[] = [];
  let at = start + 6;
  const next = (bytes: number): number => {
    at += bytes;
    return table.uint(at - bytes, bytes);
  };
  let lookedAt = 0;
  const items = next(idBytes);
  for (let item = 0; item < items && at < end; item += 1) {
    const isTold = told.has(next(idBytes));
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseBytes);
    const count = next(2);
    for (let extent = 0; extent < count && at < end; extent += 1) {
      lookedAt += 1;
      if (lookedAt > MAX_LOOKED_AT) throw new TooIntricate();
      next(indexBytes);
      const offset = base + next(offsetBytes);
      const length = next(lengthBytes);
      const origin = [0, idatAt][method];
      if (!isTold || origin === undefined) continue;
      if (extents.length >= MAX_EXTENTS) throw new TooIntricate();
      extents.push({ at: origin + offset, length });
    }
  }
  return extents;
}

interface Part {
  readonly type: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

/** Bytes that are read by whatever lengths a file claims: beyond their end they are zeros. */
class Bytes {
  constructor(private readonly bytes: Buffer) {}

  get length(): number {
    return this.bytes.length;
  }

  text(at: number, length: number): string {
    return this.bytes.toString('latin1', at, at + length);
  }

  uint(at: number, length: number): number {
    let value = 0;
    for (let index = at; index < at + length; index += 1) value = value * 256 + (this.bytes[index] ?? 0);
    return value;
  }

  boxes(start: number, end: number): Part[] {
    const found: Part[] = [];
    for (let at = start; at + 8 <= Math.min(end, this.length);) {
      const claimed = this.uint(at, 4);
      const isLong = claimed === 1;
      const size = isLong ? this.uint(at + 8, 8) : claimed === 0 ? end - at : claimed;
      const head = isLong ? 16 : 8;
      if (size < head) break;
      found.push({ type: this.text(at + 4, 4), start: at + head, end: Math.min(at + size, end) });
      at += size;
    }
    return found;
  }
}
