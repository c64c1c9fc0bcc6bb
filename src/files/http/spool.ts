import { fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { WriteStream } from 'fs-capacitor';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import { StorageUnavailable } from '../../storage/index.js';

/** The temporary file of an upload, as graphql-upload has fs-capacitor write it. */
export class Spool implements AsyncDisposable {
  private readonly capacitor: WriteStream;
  private failure: Error | undefined;

  constructor(private readonly upload: FileUpload) {
    this.capacitor = mended(capacitorOf(upload));
    // Its readers would wait for ever for what could not be written.
    this.capacitor.once('error', (error) => {
      this.failure = error;
      this.capacitor.destroy(error);
    });
  }

  read(): Readable {
    if (this.failure) throw this.failure;
    return this.upload.createReadStream();
  }

  /** Gone before anything is answered, not some time after it as graphql-upload would have it. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.capacitor.closed) return;
    const closed = new Promise((resolve) => this.capacitor.once('close', resolve));
    this.capacitor.destroy();
    await closed;
  }
}

/**
 * Two flaws of fs-capacitor. A disk that is almost full takes a part of a write, which it counts as a whole one: the file would have a hole. And it
 * closes its file in the middle of a write: if another file were opened just then, under the number that became free, the write would go there.
 */
function mended(capacitor: WriteStream): WriteStream {
  const write = capacitor._write.bind(capacitor);
  const destroy = capacitor._destroy.bind(capacitor);
  let written: Promise<void> | undefined;
  capacitor._write = (chunk: Buffer, encoding, done) => {
    if (capacitor.destroyed) done(new Error('Given up before it was written.'));
    // Before its file is open it comes back here once that is so.
    else if (numberIn(capacitor, '_fd') === undefined) write(chunk, encoding, done);
    else {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      written = promise;
      write(chunk, encoding, (error) => {
        const failure = error ?? (isWhole(capacitor) ? null : new StorageUnavailable());
        written = undefined;
        resolve(undefined);
        done(failure);
      });
    }
  };
  capacitor._destroy = (error, done) => {
    if (!written) destroy(error, done);
    else
      void written.then(() => {
        destroy(error, done);
      });
  };
  return capacitor;
}

function isWhole(capacitor: WriteStream): boolean {
  const file = numberIn(capacitor, '_fd');
  return file !== undefined && fstatSync(file).size >= (numberIn(capacitor, '_pos') ?? 0);
}

/** A detail that graphql-upload keeps to itself, as those below are fs-capacitor's own: the versions of both are pinned. */
function capacitorOf(upload: FileUpload): WriteStream {
  const capacitor: unknown = Reflect.get(upload, 'capacitor');
  if (capacitor instanceof WriteStream) return capacitor;
  throw new Error('graphql-upload keeps its temporary file elsewhere than it did.');
}

function numberIn(capacitor: WriteStream, name: '_fd' | '_pos'): number | undefined {
  const found: unknown = Reflect.get(capacitor, name);
  return typeof found === 'number' ? found : undefined;
}
