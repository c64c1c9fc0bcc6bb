import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { BrokenForm, FormTooLarge } from '../files.errors.js';
import { type Form, type FormBounds, formReader, whenCutOff } from './form.js';

/** The body of a request that goes no further than it was found to be a form within its bounds. */
export interface CheckedBody {
  /** As far as its file. */
  readonly form: Promise<Form>;
  /** Once the form has ended well. */
  readonly ended: Promise<void>;
  /** The same bytes for another reader: of the file, those alone that were taken from the form. */
  readonly bytes: Transform & { readonly headers: IncomingHttpHeaders };
}

/**
 * Reads a form by our own bounds, on its way to a reader that has fewer: graphql-upload counts neither parts nor their heads, and passes
 * over what does not belong there.
 */
export function checkedBody(request: IncomingMessage, bounds: FormBounds): CheckedBody {
  const { parser, form, ended } = formReader(request.headers, bounds);
  const mostBefore = MAX_HEADS_BYTES + bounds.fields * bounds.fieldBytes;
  let seen = 0;
  const bytes = new Transform({
    // What comes before the file waits here for its reader; with less room both would wait for each other.
    readableHighWaterMark: 2 * mostBefore,
    transform: (chunk: Buffer, _, done) => {
      // Busboy has no bound for what stands before the first part.
      if (!isAtFile && (seen += chunk.length) > mostBefore) parser.destroy(new FormTooLarge());
      parser.write(chunk, (error) => {
        done(error, chunk);
      });
    },
    flush: (done) => {
      parser.end();
      ended.then(() => {
        done();
      }, done);
    },
  });
  let isAtFile = false;
  parser.once('file', () => (isAtFile = true));
  ended.catch((error: unknown) => bytes.destroy(error instanceof Error ? error : new BrokenForm()));
  // Both of its readers have been told.
  bytes.on('error', () => undefined);
  whenCutOff(request, () => parser.destroy(new BrokenForm('The connection was closed.')));
  request.pipe(bytes);
  return { form, ended, bytes: Object.assign(bytes, { headers: request.headers }) };
}

/** The heads of the parts, and whatever a client writes between them. */
const MAX_HEADS_BYTES = 64 * 1024;
