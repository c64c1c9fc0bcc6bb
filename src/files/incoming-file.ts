import type { Readable } from 'node:stream';

/** A file on its way in. Nothing of it is read before it is opened. */
export interface IncomingFile {
  /** As its sender calls it. */
  readonly name: string | undefined;
  open(): Readable;
}
