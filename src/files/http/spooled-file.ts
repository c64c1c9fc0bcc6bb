import type { Readable } from 'node:stream';
import type Upload from 'graphql-upload/Upload.mjs';
import { Refusal } from '../../errors/index.js';
import { isDiskTrouble, StorageUnavailable } from '../../storage/index.js';
import type { IncomingFile } from '../incoming-file.js';
import type { FormFile } from './form.js';
import { Spool } from './spool.js';

/** How far what is written for a while may be ahead of what is stored: so what one may keep here bounds it as well. */
export const MAX_BYTES_AHEAD = 1024 * 1024;

/** The file of a form that graphql-upload writes to a temporary file, from the moment that somebody opens it. */
export class SpooledFile implements IncomingFile {
  readonly name: string | undefined;
  private readonly spool: Promise<Spool>;

  constructor(
    upload: Upload,
    private readonly file: FormFile,
    private readonly ended: Promise<void>,
  ) {
    this.name = file.name;
    this.spool = upload.promise.then((spooled) => new Spool(spooled));
    // Told to whoever opens it; until then nobody may be listening.
    this.spool.catch(() => undefined);
  }

  async *open(): AsyncGenerator<Buffer, void> {
    // Before the first wait: until then so little of the file is let in that graphql-upload may not have seen that there is one.
    const letIn = new LetIn(this.file.bytes);
    try {
      await using spool = await this.spool;
      // No encoding is set, so what comes is bytes.
      for await (const chunk of spool.read() as AsyncIterable<Buffer>) {
        yield chunk;
        letIn.handedOn(chunk.length);
      }
      // A file counts when its form has ended well.
      await this.ended;
    } catch (error) {
      throw await this.reasonOf(error);
    }
  }

  /** Where the form is broken, graphql-upload knows only that no more came. */
  private async reasonOf(error: unknown): Promise<unknown> {
    if (error instanceof Refusal) return error;
    if (isDiskTrouble(error)) return new StorageUnavailable();
    if (!this.file.bytes.destroyed) return error;
    return this.ended.then(
      () => error,
      (reason: unknown) => reason,
    );
  }
}

/** Has a form read as far as its file is handed on, and a little further. */
class LetIn {
  private bytesAhead = 0;

  constructor(private readonly bytes: Readable) {
    bytes.on('data', ({ length }: Buffer) => {
      this.bytesAhead += length;
      if (this.bytesAhead > MAX_BYTES_AHEAD) bytes.pause();
    });
  }

  handedOn(length: number): void {
    this.bytesAhead -= length;
    if (this.bytesAhead <= MAX_BYTES_AHEAD) this.bytes.resume();
  }
}
