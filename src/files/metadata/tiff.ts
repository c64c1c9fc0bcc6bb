import type { Patch } from './patches.js';
import { type StoredFile, TooIntricate } from './stored-file.js';

/** A directory of a TIFF: entries of twelve bytes, each with a tag, a type, how many values, and the values or where they are. */
interface Entry {
  readonly at: number;
  readonly tag: number;
  readonly bytes: number;
  readonly value: number;
}

const MAX_DIRECTORIES = 100;
const MAX_REFERENCES = 10_000;
const MAX_PATCHES = 10_000;
const SUB_DIRECTORIES = 330;
const EXIF = 34_665;
const GPS = 34_853;
/** Words, people, devices, dates, and what programs and cameras keep in forms of their own. */
const TOLD = new Set([
  269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33_432, 33_723, 34_377, 36_867, 36_868, 36_880, 36_881, 36_882,
  37_500, 37_510, 37_520, 37_521, 37_522, 40_091, 40_092, 40_093, 40_094, 40_095, 42_016, 42_032, 42_033, 42_037,
  50_708, 50_735, 50_740, 50_827, 50_971,
]);
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** TIFF and the raw formats of cameras that are built like it. */
export async function patchesForTiff(file: StoredFile): Promise<Patch[]> {
  const head = await file.read(0, 8);
  const order = head.toString('latin1', 0, 2);
  if (head.length < 8 || (order !== 'II' && order !== 'MM')) return [];
  const directories = new Directories(file, order === 'II');
  await directories.follow(littleOrBig(head, 4, order === 'II'));
  return directories.patches;
}

class Directories {
  readonly patches: Patch[] = [];
  private readonly seen = new Set<number>();
  private references = 0;

  constructor(
    private readonly file: StoredFile,
    private readonly isLittle: boolean,
  ) {}

  /** A directory, and those behind it. One that was seen leads nowhere new. */
  async follow(first: number): Promise<void> {
    for (let at = first; at !== 0 && !this.seen.has(at);) {
      this.seen.add(at);
      if (this.seen.size > MAX_DIRECTORIES) throw new TooIntricate();
      const { entries, next } = await this.entriesAt(at);
      for (const entry of entries) await this.look(entry);
      at = next;
    }
  }

  private async look(entry: Entry): Promise<void> {
    if (entry.tag === GPS || entry.tag === EXIF || entry.tag === SUB_DIRECTORIES) this.count();
    if (entry.tag === GPS) await this.empty(entry.value);
    else if (entry.tag === EXIF) await this.follow(entry.value);
    else if (entry.tag === SUB_DIRECTORIES) for (const at of await this.places(entry)) await this.follow(at);
    else if (TOLD.has(entry.tag)) this.blank(entry);
  }

  /** Many may lead to the same directory, and each is followed. */
  private count(): void {
    this.references += 1;
    if (this.references > MAX_REFERENCES) throw new TooIntricate();
  }

  /** Nothing is left of it: neither its entries nor the values that stand elsewhere. */
  private async empty(at: number): Promise<void> {
    const { entries } = await this.entriesAt(at);
    for (const entry of entries) this.blank(entry);
    this.patches.push({ at, length: 2 + entries.length * 12 });
  }

  private blank({ at, bytes, value }: Entry): void {
    this.patches.push(bytes > 4 ? { at: value, length: bytes } : { at: at + 8, length: 4 });
    if (this.patches.length > MAX_PATCHES) throw new TooIntricate();
  }

  private async places({ value, bytes }: Entry): Promise<number[]> {
    if (bytes <= 4) return [value];
    const list = await this.file.read(value, Math.min(bytes, MAX_DIRECTORIES * 4));
    return Array.from({ length: Math.floor(list.length / 4) }, (_, index) => this.number(list, index * 4, 4));
  }

  private async entriesAt(at: number): Promise<{ entries: Entry[]; next: number }> {
    const count = this.number(await this.file.read(at, 2), 0, 2);
    const bytes = await this.file.read(at + 2, count * 12 + 4);
    const entries = Array.from({ length: Math.floor(bytes.length / 12) }, (_, index) =>
      this.entryIn(bytes, index * 12, at + 2),
    ).slice(0, count);
    return { entries, next: this.number(bytes, count * 12, 4) };
  }

  private entryIn(bytes: Buffer, offset: number, start: number): Entry {
    const size = TYPE_BYTES[this.number(bytes, offset + 2, 2)] ?? 1;
    return {
      at: start + offset,
      tag: this.number(bytes, offset, 2),
      bytes: size * this.number(bytes, offset + 4, 4),
      value: this.number(bytes, offset + 8, 4),
    };
  }

  private number(bytes: Buffer, at: number, length: 2 | 4): number {
    if (at + length > bytes.length) return 0;
    if (length === 4) return littleOrBig(bytes, at, this.isLittle);
    return this.isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }
}

function littleOrBig(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
