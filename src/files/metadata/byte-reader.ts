import { TooIntricate } from './stored-file.js';

/** So many short parts a file may have, and one for so many bytes besides: honest ones have parts of hundreds of bytes. */
const SHORT_PARTS = 1_000_000;
const BYTES_OF_A_PART = 64;

/** Reads a stream of bytes in the pieces that a format is made of, holding no more of it than the piece asked for. */
export class ByteReader {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  private looks = 0;
  private taken = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next bytes without going on; fewer where the stream ends. */
  async peek(length: number): Promise<Buffer> {
    this.looks += 1;
    if (this.looks > SHORT_PARTS + this.taken / BYTES_OF_A_PART) throw new TooIntricate();
    if (this.held.length < length) {
      const pieces = [this.held];
      for (let missing = length - this.held.length; missing > 0;) {
        const next = await this.source.next();
        if (next.done) break;
        pieces.push(next.value);
        missing -= next.value.length;
      }
      // Without something new, copying would be work that a stream of many short pieces could ask for at every step.
      if (pieces.length > 1) this.held = Buffer.concat(pieces);
    }
    return this.held.subarray(0, length);
  }

  /** The next bytes; fewer where the stream ends. */
  async take(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    this.held = this.held.subarray(bytes.length);
    this.taken += bytes.length;
    return bytes;
  }

  /** The next bytes, piece by piece. */
  async *pass(length: number): AsyncGenerator<Buffer, void> {
    for (let left = length; left > 0;) {
      const piece = await this.nextPiece(left);
      if (!piece) return;
      left -= piece.length;
      yield piece;
    }
  }

  async skip(length: number): Promise<void> {
    for (let left = length; left > 0;) {
      const piece = await this.nextPiece(left);
      if (!piece) return;
      left -= piece.length;
    }
  }

  /** Everything that is left. */
  rest(): AsyncGenerator<Buffer, void> {
    return this.pass(Number.POSITIVE_INFINITY);
  }

  /** Puts down the stream, however much of it is left. */
  async close(): Promise<void> {
    await this.source.return?.();
  }

  private async nextPiece(atMost: number): Promise<Buffer | undefined> {
    if (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done) return undefined;
      this.held = next.value;
    }
    const piece = this.held.subarray(0, atMost);
    this.held = this.held.subarray(piece.length);
    this.taken += piece.length;
    return piece;
  }
}
