import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy, { type Busboy } from 'busboy';
import { BrokenForm, FormTooLarge } from '../files.errors.js';
import type { IncomingFile } from '../incoming-file.js';

/** A form (multipart/form-data) as far as its one file, which comes last and streams in while it is being stored. */
export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly file?: FormFile;
}

export interface FormFile extends IncomingFile {
  readonly field: string;
  /** No more of the form is read than somebody takes from here. */
  readonly bytes: Readable;
}

export interface FormBounds {
  readonly fields: number;
  readonly fieldBytes: number;
}

/** What reads a form out of the bytes that are written to it. */
export interface FormReader {
  readonly parser: Busboy;
  /** Once the first byte of the file is there, or the end where there is no file. */
  readonly form: Promise<Form>;
  /** Once the form has ended well, with nothing behind the file that does not belong there. */
  readonly ended: Promise<void>;
}

/** Reads a form up to the first byte of its file, or to its end where it has none. */
export function readForm(request: IncomingMessage, bounds: FormBounds): Promise<Form> {
  const { parser, form } = formReader(request.headers, bounds);
  whenCutOff(request, () => parser.destroy(new BrokenForm('The connection was closed.')));
  request.pipe(parser);
  return form;
}

export function formReader(headers: IncomingHttpHeaders, bounds: FormBounds): FormReader {
  const parser = parserFor(headers, bounds);
  const ended = endOf(parser);
  // Heard again by whoever reads the file; until then nobody may be listening.
  ended.catch(() => undefined);
  const fields = new Map<string, string>();
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(new FormTooLarge());
    else if (fields.has(name)) parser.destroy(new BrokenForm(`The field \`${name}\` is there twice.`));
    else fields.set(name, value);
  });
  const upToFile = new Promise<Form>((resolve) => {
    parser.once('file', (field: string, bytes: Readable, { filename }: { filename?: string }) => {
      // Somebody opens it a moment later; an error until then must not end the process.
      bytes.on('error', () => undefined);
      const file = { field, name: filename, bytes, open: () => wholeOf(bytes, ended) };
      resolve({ fields: new Map(fields), file });
    });
  });
  return { parser, form: Promise.race([upToFile, ended.then(() => ({ fields }))]), ended };
}

export function whenCutOff(request: IncomingMessage, then: () => void): void {
  request.once('close', () => {
    if (!request.complete) then();
  });
}

/** The bytes of the file. They end when the form has ended well. */
async function* wholeOf(bytes: Readable, ended: Promise<void>): AsyncGenerator<Buffer, void> {
  // No encoding is set, so what comes is bytes.
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield chunk;
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

function parserFor(headers: IncomingHttpHeaders, { fields, fieldBytes }: FormBounds): Busboy {
  // The bound of parts is told already when it is reached.
  const limits = { files: 1, fields, parts: fields + 2, fieldSize: fieldBytes, headerPairs: 50 };
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits });
  } catch {
    throw new BrokenForm();
  }
}
