import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { syncFolderOf } from './durable-file.js';
import { errorCodeOf, isDiskTrouble, StorageUnavailable } from './storage.errors.js';

/** Files that come in by parts, by the ids of their uploads, until they are whole. They outlive a restart; who owns them says which are still wanted. */
@Injectable()
export class PartialFiles {
  private readonly folder: string;

  constructor(@InjectSettings() settings: Settings) {
    this.folder = join(resolve(settings.uploadsDir), '.partial');
  }

  /** Opens a file to be gone on with behind its first so many bytes; what lies beyond is cut off. `undefined` where it has fewer. */
  async open(id: string, length: number): Promise<PartialFile | undefined> {
    const path = this.pathOf(id);
    try {
      await mkdir(this.folder, { recursive: true, mode: PRIVATE });
      const file = await open(path, length === 0 ? 'w' : 'r+', 0o640);
      const opened = new PartialFile(path, file, length);
      if (await opened.begin()) return opened;
      await opened[Symbol.asyncDispose]();
      return undefined;
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return undefined;
      throw isDiskTrouble(error) ? new StorageUnavailable() : error;
    }
  }

  /** The first so many bytes, of which there is at least one. */
  read(id: string, length: number): Readable {
    return createReadStream(this.pathOf(id), { end: length - 1, highWaterMark: 128 * 1024 });
  }

  /** One that is not there is no error. */
  async delete(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  async ids(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => ID.test(name));
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  private pathOf(id: string): string {
    // An id comes from the database; should that ever be wrong, no path may lead out of the folder.
    if (!ID.test(id)) throw new Error('This is no id of an upload.');
    return join(this.folder, id);
  }
}

/** One of them while it is being written. */
export class PartialFile implements AsyncDisposable {
  private isNew: boolean;

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private length: number,
  ) {
    this.isNew = length === 0;
  }

  async begin(): Promise<boolean> {
    if ((await this.file.stat()).size < this.length) return false;
    await this.file.truncate(this.length);
    return true;
  }

  async append(bytes: Buffer): Promise<void> {
    try {
      // A disk that is almost full takes a part of a write, and the next one tells that there is no more room.
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await this.file.write(bytes, written, bytes.length - written, this.length);
        written += bytesWritten;
        this.length += bytesWritten;
      }
    } catch (error) {
      throw isDiskTrouble(error) ? new StorageUnavailable() : error;
    }
  }

  /** Once this has answered, all that was appended would survive a power cut. */
  async sync(): Promise<void> {
    try {
      await this.file.sync();
      if (this.isNew) await syncFolderOf(this.path);
      this.isNew = false;
    } catch (error) {
      throw isDiskTrouble(error) ? new StorageUnavailable() : error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.file.close();
  }
}

/** For the eyes of the server's own user. */
const PRIVATE = 0o700;
const ID = /^[0-9a-f-]{36}$/;
