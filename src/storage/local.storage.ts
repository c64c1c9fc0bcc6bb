import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, opendir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { renameDurably, writeDurably } from './durable-file.js';
import { errorCodeOf, isDiskTrouble, StorageUnavailable, UnwritableFolder } from './storage.errors.js';
import { type ByteRange, Storage, type StoredBytes } from './storage.js';

/** Files in a folder of this machine: /ab/cd/abcd… , so that no folder grows too long to list. */
@Injectable()
export class LocalStorage extends Storage {
  private readonly folder: string;
  private readonly incoming: string;

  constructor(@InjectSettings() settings: Settings) {
    super();
    this.folder = resolve(settings.uploadsDir);
    this.incoming = incomingFolder(settings);
  }

  override async prepare(): Promise<void> {
    try {
      if (await this.cameWithTheClone()) await chmod(this.folder, PRIVATE);
      await rm(this.incoming, { recursive: true, force: true });
      // One that is there keeps the rights that somebody gave it.
      await mkdir(this.incoming, { recursive: true, mode: PRIVATE });
      const probe = join(this.incoming, newKey());
      await writeDurably(probe, oneByte());
      await rm(probe);
    } catch (error) {
      throw new UnwritableFolder(this.folder, error);
    }
  }

  override async write(source: AsyncIterable<Uint8Array>): Promise<string> {
    const key = newKey();
    await this.writeBack(key, source);
    return key;
  }

  override async writeBack(key: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(key);
    const temporary = join(this.incoming, key);
    try {
      await writeDurably(temporary, source);
      await renameDurably(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw isDiskTrouble(error) ? new StorageUnavailable() : error;
    }
  }

  override async read(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const file = await whereThereIs(() => open(this.pathOf(key), 'r'));
    return file?.createReadStream({ ...range, highWaterMark: 128 * 1024 });
  }

  override async sizeOf(key: string): Promise<number | undefined> {
    return (await whereThereIs(() => stat(this.pathOf(key))))?.size;
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  override async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  override async *list(): AsyncIterable<StoredBytes> {
    const folder = await whereThereIs(() => opendir(this.folder, { recursive: true }));
    for await (const entry of folder ?? []) {
      // Whatever else lies in the folder is not ours to speak of.
      if (!entry.isFile() || !KEY.test(entry.name)) continue;
      const found = await whereThereIs(() => stat(this.pathOf(entry.name)));
      if (found) yield { key: entry.name, storedAt: found.mtime };
    }
  }

  /** Git makes folders that everybody may list; one that holds nothing but what Git put there was given no rights by anybody. */
  private async cameWithTheClone(): Promise<boolean> {
    const names = await whereThereIs(() => readdir(this.folder));
    return names?.join() === IN_A_CLONE;
  }

  private pathOf(key: string): string {
    // A key comes from the database; should that ever be wrong, no path may lead out of the folder.
    if (!KEY.test(key)) throw new Error('This is no key of a stored file.');
    return join(this.folder, key.slice(0, 2), key.slice(2, 4), key);
  }
}

/** On the same disk as the rest: a rename does not cross disks. */
export function incomingFolder({ uploadsDir }: Settings): string {
  return join(resolve(uploadsDir), '.incoming');
}

/** For the eyes of the server's own user. */
const PRIVATE = 0o700;
const IN_A_CLONE = '.gitkeep';
const KEY = /^[0-9a-f]{32}$/;

/** What was asked of the disk; `undefined` where there is nothing of that name. */
async function whereThereIs<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function newKey(): string {
  return randomBytes(16).toString('hex');
}

async function* oneByte(): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Uint8Array.of(0));
}
