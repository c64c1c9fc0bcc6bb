import type { Readable } from 'node:stream';

/** The first and the last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredBytes {
  readonly key: string;
  readonly storedAt: Date;
}

/** Bytes by key. Keys are made here, never from anything that a client sent. */
export abstract class Storage {
  /** Makes the place ready and clears what an earlier run left unfinished: at the start, before anything is served. */
  abstract prepare(): Promise<void>;

  /** Stores all of the source under a new key, and answers once it would survive a power cut. When the source fails, nothing is kept. */
  abstract write(source: AsyncIterable<Uint8Array>): Promise<string>;

  /** The same under the key that they had before: for what comes back from a backup. */
  abstract writeBack(key: string, source: AsyncIterable<Uint8Array>): Promise<void>;

  /** Opens stored bytes; `undefined` where the key has none (any more). Destroying the stream frees what it holds. */
  abstract read(key: string, range?: ByteRange): Promise<Readable | undefined>;

  /** How many bytes are stored under a key; `undefined` where it has none (any more). */
  abstract sizeOf(key: string): Promise<number | undefined>;

  /** Removes stored bytes. A key that has none is no error. */
  abstract delete(key: string): Promise<void>;

  /** How many bytes can still be stored where this one keeps them. */
  abstract freeBytes(): Promise<number>;

  /** Everything that is stored, in no particular order. */
  abstract list(): AsyncIterable<StoredBytes>;
}
