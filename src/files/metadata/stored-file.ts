import { setImmediate } from 'node:timers/promises';

/** A file that can be looked at anywhere. What is asked for lies mostly side by side, so a stretch of it is kept at hand. */
export class StoredFile {
  private held: Buffer = Buffer.alloc(0);
  private heldAt = 0;
  private looks = 0;
  private fetches = 0;

  constructor(
    readonly size: number,
    private readonly fetch: (at: number, length: number) => Promise<Buffer>,
  ) {}

  /** Bytes from a place on; fewer where the file ends. */
  async read(at: number, length: number): Promise<Buffer> {
    this.looks += 1;
    if (this.looks > MAX_LOOKS || length > MAX_BYTES) throw new TooIntricate();
    // What is at hand is read without any pause: everybody else would wait for all of it.
    if (this.looks % LOOKS_AT_A_TIME === 0) await setImmediate();
    if (at < this.heldAt || at + length > this.heldAt + this.held.length) {
      this.held =
        at < this.size ? await this.fetch(at, Math.min(Math.max(length, STRETCH_BYTES), this.size - at)) : NOTHING;
      this.heldAt = at;
      this.fetches += 1;
      if (this.fetches > MAX_FETCHES) throw new TooIntricate();
    }
    return this.held.subarray(at - this.heldAt, at - this.heldAt + length);
  }
}

/** No honest file is made of so many parts; one that is would keep the server busy for long. */
export class TooIntricate extends Error {
  constructor() {
    super('The file has too many parts, or one that is too large, to look for metadata in it.');
  }
}

const NOTHING = Buffer.alloc(0);
const STRETCH_BYTES = 64 * 1024;
const LOOKS_AT_A_TIME = 1000;
const MAX_LOOKS = 1_000_000;
const MAX_FETCHES = 20_000;
/** The largest part that is looked at as a whole: the table of contents of a picture. */
const MAX_BYTES = 4 * 1024 * 1024;
