import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy, { type Busboy } from 'busboy';
import { BrokenForm, FormTooLarge } from '../files.errors.js';
import type { IncomingFile } from '../incoming-file.js';

/** A form (multipart/form-data) as far as its one file, which comes last and streams in while it is being stored. */
export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file?: IncomingFile & { readonly field: string };
}

export interface FormBounds {
  readonly fields: number;
  readonly fieldBytes: number;
}

/** Reads a form up to the first byte of its file, or to its end where it has none. */
export async function readForm(request: IncomingMessage, bounds: FormBounds): Promise<Form> {
  const parser = parserFor(request, bounds);
  const ended = endOf(parser);
  // Heard again by whoever reads the file; until then nobody may be listening.
  ended.catch(() => undefined);
  request.once('close', () => {
    if (!request.complete) parser.destroy(new BrokenForm('The connection was closed.'));
  });
  const fields = new Map<string, string>();
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(new FormTooLarge());
    else if (fields.has(name)) parser.destroy(new BrokenForm(`The field \`${name}\` is there twice.`));
    else fields.set(name, value);
  });
  const form = new Promise<Form>((resolve) => {
    parser.once('file', (field: string, stream: Readable, { filename }: { filename?: string }) => {
      // Somebody opens it a moment later; an error until then must not end the process.
      stream.on('error', () => undefined);
      const file = { field, name: filename, open: () => wholeOf(stream, ended) };
      resolve({ fields: new Map(fields), file });
    });
  });
  request.pipe(parser);
  return Promise.race([form, ended.then(() => ({ fields }))]);
}

/** The bytes of the file. They end when the form has ended well, with nothing behind them that does not belong there. */
async function* wholeOf(stream: Readable, ended: Promise<void>): AsyncGenerator<Buffer, void> {
  // No encoding is set, so what comes is bytes.
  for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
  await ended;
}

async function endOf(parser: Busboy): Promise<void> {
  // A broken part and a missing end are two errors of one form: the second must not end the process.
  parser.on('error', () => undefined);
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.once(limit, () => parser.destroy(new FormTooLarge()));
  try {
    await once(parser, 'close');
  } catch (error) {
    throw error instanceof FormTooLarge || error instanceof BrokenForm ? error : new BrokenForm();
  }
}

function parserFor(request: IncomingMessage, { fields, fieldBytes }: FormBounds): Busboy {
  // The bound of parts is told already when it is reached.
  const limits = { files: 1, fields, parts: fields + 2, fieldSize: fieldBytes, headerPairs: 50 };
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
  } catch {
    throw new BrokenForm();
  }
}
