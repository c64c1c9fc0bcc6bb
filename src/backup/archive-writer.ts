import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Header } from 'tar';
import { BLOCK, paddingOf } from './archive-format.js';
import type { ManifestEntry } from './manifest.js';

/** Writes a tar archive of plain files. What turns out not to be what it should be is taken back. */
export class ArchiveWriter {
  readonly entries: ManifestEntry[] = [];
  private end = 0;

  private constructor(private readonly file: FileHandle) {}

  /** Readable to its owner alone: it holds what everybody said, and hashes of their passwords. */
  static async create(path: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(path, 'wx', 0o600));
  }

  /** Adds a file; `undefined`, and nothing is added, where the source does not hold these bytes. */
  async add(
    name: string,
    size: number,
    source: AsyncIterable<Buffer>,
    expectedHash?: string,
  ): Promise<ManifestEntry | undefined> {
    const start = this.end;
    const entry = await this.write(name, size, source);
    if (entry?.size === size && (expectedHash ?? entry.sha256) === entry.sha256) {
      this.entries.push(entry);
      return entry;
    }
    await this.file.truncate(start);
    this.end = start;
    return undefined;
  }

  /** All of it is on the disk when this is done. */
  async finish(): Promise<void> {
    await this.append(Buffer.alloc(2 * BLOCK));
    await this.file.sync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.file.close();
  }

  private async write(name: string, size: number, source: AsyncIterable<Buffer>): Promise<ManifestEntry | undefined> {
    const hash = createHash('sha256');
    let written = 0;
    await this.append(headerOf(name, size));
    for await (const chunk of source) {
      written += chunk.length;
      if (written > size) return undefined;
      hash.update(chunk);
      await this.append(chunk);
    }
    await this.append(Buffer.alloc(paddingOf(written)));
    return { name, size: written, sha256: hash.digest('hex') };
  }

  private async append(bytes: Buffer): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, this.end);
      done += bytesWritten;
      this.end += bytesWritten;
    }
  }
}

function headerOf(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const header = new Header({ path, size, type: 'File', mode: 0o600, mtime: new Date() });
  // A path that is too long for the header alone would be cut off.
  if (header.encode(block, 0)) throw new Error(`${path} does not fit into the header of an archive.`);
  return block;
}
