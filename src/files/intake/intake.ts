import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../errors/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { type ByteRange, Storage } from '../../storage/index.js';
import { FileBytes } from '../file-bytes.js';
import { FileTooLarge, MetadataNotRemovable, TypeNotAllowed, UploadCutOff } from '../files.errors.js';
import type { IncomingFile } from '../incoming-file.js';
import { ByteReader } from '../metadata/byte-reader.js';
import { metadataFinderFor } from '../metadata/metadata-patches.js';
import { patched } from '../metadata/patches.js';
import { StoredFile, TooIntricate } from '../metadata/stored-file.js';
import { withoutMetadata } from '../metadata/without-metadata.js';
import type { Reservation } from '../quotas.js';
import { isTaken, mediaTypeOf, SAMPLE_BYTES, settledMediaType } from './media-type.js';
import { inLargePieces } from './pieces.js';
import { TextCheck } from './text-check.js';

/** Bytes that were taken in; everything said of them is of the bytes as they are served. */
export interface TakenIn {
  readonly key: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Takes an upload from its stream to the disk: counted, recognised, freed of metadata, hashed. In one pass, but for formats that
 * have to be there before one can tell where they hide something. All of it or nothing.
 */
@Injectable()
export class Intake {
  constructor(
    private readonly storage: Storage,
    private readonly bytes: FileBytes,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async take(upload: IncomingFile, reservation: Reservation): Promise<TakenIn> {
    const reader = new ByteReader(this.bounded(upload, reservation));
    try {
      const found = await mediaTypeOf(await reader.peek(SAMPLE_BYTES));
      this.refuseEarly(found);
      const taken = await this.store(withoutMetadata(found, reader), found);
      return await this.withoutHiddenMetadata(taken, found);
    } catch (error) {
      throw error instanceof TooIntricate ? new MetadataNotRemovable() : error;
    } finally {
      await reader.close();
    }
  }

  private async store(bytes: AsyncIterable<Buffer>, found: string | undefined): Promise<TakenIn> {
    const account = new Account();
    const key = await this.storage.write(this.audited(inLargePieces(bytes), account, found));
    return { key, mediaType: account.mediaType(found), size: account.size, sha256: account.sha256() };
  }

  /** Writes the file once more where it tells something in a place that is known only now. */
  private async withoutHiddenMetadata(taken: TakenIn, found: string | undefined): Promise<TakenIn> {
    const finder = metadataFinderFor(taken.mediaType);
    if (!finder) return taken;
    try {
      const patches = await finder(new StoredFile(taken.size, (at, length) => this.part(taken.key, at, length)));
      if (patches.length === 0) return taken;
      const cleaned = await this.store(patched(await this.opened(taken.key), patches), found);
      await this.bytes.removeKey(taken.key);
      return cleaned;
    } catch (error) {
      await this.bytes.removeKey(taken.key);
      throw error;
    }
  }

  private async part(key: string, at: number, length: number): Promise<Buffer> {
    const bytes = await this.opened(key, { start: at, end: at + length - 1 });
    return Buffer.concat(await bytes.toArray());
  }

  private async opened(key: string, range?: ByteRange): Promise<Readable> {
    const bytes = await this.storage.read(key, range);
    if (!bytes) throw new UploadCutOff();
    return bytes;
  }

  private async *bounded(upload: IncomingFile, reservation: Reservation): AsyncGenerator<Buffer, void> {
    const most = this.settings.uploadMaxBytes;
    let size = 0;
    for await (const chunk of bytesOf(upload)) {
      size += chunk.length;
      if (size > most) throw new FileTooLarge(most);
      reservation.add(chunk.length);
      yield chunk;
    }
  }

  private async *audited(
    bytes: AsyncIterable<Buffer>,
    account: Account,
    found: string | undefined,
  ): AsyncGenerator<Buffer, void> {
    for await (const chunk of bytes) {
      account.add(chunk);
      yield chunk;
    }
    // Before the storage gives the bytes their name: what is refused here was never stored.
    const mediaType = account.mediaType(found);
    if (!isTaken(this.settings.uploadTypes, mediaType)) throw new TypeNotAllowed(mediaType);
  }

  /** Whatever follows, it will not be of a type that is taken. */
  private refuseEarly(found: string | undefined): void {
    const possible = [settledMediaType(found, false), settledMediaType(found, true)];
    if (!possible.some((mediaType) => isTaken(this.settings.uploadTypes, mediaType)))
      throw new TypeNotAllowed(possible[0] ?? '');
  }
}

/** What is known of bytes that went by. */
class Account {
  size = 0;
  private readonly hash = createHash('sha256');
  private readonly text = new TextCheck();

  add(chunk: Buffer): void {
    this.size += chunk.length;
    this.hash.update(chunk);
    this.text.see(chunk);
  }

  mediaType(found: string | undefined): string {
    return settledMediaType(found, this.text.isText());
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}

async function* bytesOf(upload: IncomingFile): AsyncGenerator<Buffer, void> {
  try {
    yield* upload.open();
  } catch (error) {
    throw error instanceof Refusal ? error : new UploadCutOff();
  }
}
