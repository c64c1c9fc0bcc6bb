import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Database as Sqlite } from 'better-sqlite3';

/** Of the file's own format: https://sqlite.org/fileformat2.html#walformat */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const SALT = { start: 16, end: 24 };

/** A change that fills more than this is rare, and its memory is not kept. */
const MAX_KEPT_BYTES = 1024 * 1024;

/** A part of the file as SQLite wrote it. */
interface Part {
  readonly start: number;
  readonly bytes: Buffer;
  readonly salt: Buffer;
}

/**
 * SQLite's write-ahead log: SQLite writes it, and this syncs it, in another thread, so that everybody else is served meanwhile.
 * After a sync that failed the system takes what it could not write for written, and may even forget it. What is to be synced is
 * therefore read first, and written once more before it is tried again.
 */
export class WriteAheadLog {
  /** How far it is on disk, and in which of its rounds: SQLite begins at the start of the file again when the log has been copied. */
  private synced: { end: number; salt: Buffer } = { end: 0, salt: Buffer.alloc(0) };
  private inDoubt: Part | undefined;
  private kept = Buffer.alloc(HEADER_BYTES);
  private readonly position;
  private readonly frameBytes: number;

  private constructor(
    private readonly file: FileHandle,
    writer: Sqlite,
  ) {
    this.frameBytes = FRAME_HEADER_BYTES + Number(writer.pragma('page_size', { simple: true }));
    this.position = writer.prepare<[], { log: number }>('pragma wal_checkpoint(NOOP)');
  }

  /** The log of the database that a connection has open. */
  static async of(writer: Sqlite): Promise<WriteAheadLog> {
    return new WriteAheadLog(await open(`${writer.name}-wal`, 'r+'), writer);
  }

  /** How many pages the log holds that were found on disk by the last sync: nothing is asked for it. */
  get syncedFrames(): number {
    return Math.max(0, this.synced.end - HEADER_BYTES) / this.frameBytes;
  }

  /** How many pages have been written since the log began at its start. */
  frames(): number {
    return Math.max(0, this.position.get()?.log ?? 0);
  }

  /** Resolves once all that has been committed is on disk. Where that fails it can be tried again. */
  async sync(): Promise<void> {
    if (this.inDoubt) await writeAgain(this.file, this.inDoubt);
    else this.inDoubt = this.unsynced();
    if (!this.inDoubt) return;
    await this.file.datasync();
    this.synced = { end: this.inDoubt.start + this.inDoubt.bytes.length, salt: this.inDoubt.salt };
    this.inDoubt = undefined;
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private unsynced(): Part | undefined {
    const frames = this.frames();
    if (frames === 0) return undefined;
    const salt = this.salt();
    const start = salt.equals(this.synced.salt) ? this.synced.end : 0;
    const length = HEADER_BYTES + frames * this.frameBytes - start;
    return length > 0 ? { start, bytes: this.read(start, length), salt } : undefined;
  }

  /** Another one each time that the log begins at its start. */
  private salt(): Buffer {
    return Buffer.from(this.read(0, HEADER_BYTES).subarray(SALT.start, SALT.end));
  }

  /** What was written a moment ago is in the system's memory: this waits for no disk. */
  private read(start: number, length: number): Buffer {
    const bytes = this.memoryFor(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.file.fd, bytes, done, length - done, start + done);
      if (count === 0) throw new Error('The write-ahead log is shorter than SQLite says.');
      done += count;
    }
    return bytes;
  }

  private memoryFor(length: number): Buffer {
    if (length > MAX_KEPT_BYTES) return Buffer.allocUnsafe(length);
    if (this.kept.length < length) this.kept = Buffer.allocUnsafe(Math.min(MAX_KEPT_BYTES, length * 2));
    return this.kept.subarray(0, length);
  }
}

async function writeAgain(file: FileHandle, { start, bytes }: Part): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    done += (await file.write(bytes, done, bytes.length - done, start + done)).bytesWritten;
  }
}
