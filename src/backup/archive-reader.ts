import { type FileHandle, open } from 'node:fs/promises';
import { Header } from 'tar';
import { BLOCK, paddingOf } from './archive-format.js';
import { BackupRefused, DamagedArchive } from './backup.errors.js';

const PIECE = 256 * 1024;

export interface ArchivedFile {
  readonly name: string;
  readonly size: number;
  /** The bytes, as often as they are asked for. */
  readonly content: () => AsyncGenerator<Buffer, void>;
}

/** Reads a tar archive of plain files. Nothing is ever extracted to a path that an archive names. */
export class ArchiveReader {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly size: number,
  ) {}

  static async open(path: string): Promise<ArchiveReader> {
    try {
      const file = await open(path, 'r');
      const found = await file.stat();
      if (!found.isFile()) throw new DamagedArchive(path, 'it is not a file');
      return new ArchiveReader(path, file, found.size);
    } catch (error) {
      if (error instanceof BackupRefused) throw error;
      throw new BackupRefused(`${path} cannot be read. Is it the right path?`, error);
    }
  }

  /** The entries, in their order. */
  async *entries(): AsyncGenerator<ArchivedFile, void> {
    let place = 0;
    for (;;) {
      const header = await this.headerAt(place);
      if (header.nullBlock) return;
      const { path: name, size } = header;
      if (!header.cksumValid) throw this.damaged('it is not a tar archive, or was changed');
      if (header.type !== 'File' || name === undefined || size === undefined || size < 0)
        throw this.damaged('it holds something else than files');
      const start = place + BLOCK;
      place = start + size + paddingOf(size);
      if (place > this.size) throw this.damaged('it ends too early');
      yield { name, size, content: () => this.pieces(start, size) };
    }
  }

  damaged(reason: string): DamagedArchive {
    return new DamagedArchive(this.path, reason);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.file.close();
  }

  private async headerAt(place: number): Promise<Header> {
    const block = await this.read(place, BLOCK);
    try {
      return new Header(block);
    } catch {
      throw this.damaged('it is not a tar archive');
    }
  }

  private async *pieces(start: number, size: number): AsyncGenerator<Buffer, void> {
    for (let done = 0; done < size;) {
      const piece = await this.read(start + done, Math.min(PIECE, size - done));
      done += piece.length;
      yield piece;
    }
  }

  private async read(place: number, length: number): Promise<Buffer> {
    const piece = Buffer.alloc(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await this.file.read(piece, done, length - done, place + done);
      if (bytesRead === 0) throw this.damaged('it ends too early');
      done += bytesRead;
    }
    return piece;
  }
}
