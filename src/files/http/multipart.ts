import type { IncomingMessage } from 'node:http';
import busboy, { type Busboy } from 'busboy';
import { InvalidInput } from '../../common/index.js';
import type { IncomingFile } from '../incoming-file.js';

export interface UploadForm {
  readonly roomId: string;
  readonly file: IncomingFile;
}

/** Reads a form as far as its file; the file itself streams in while it is being stored. */
export function readUploadForm(request: IncomingMessage): Promise<UploadForm> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(request);
    let roomId: string | undefined;
    parser.on('field', (name, value) => {
      if (name === 'roomId') roomId = value;
    });
    parser.on('file', (name, stream, { filename }) => {
      // Somebody opens it a moment later; an error until then must not end the process.
      stream.on('error', () => undefined);
      if (name !== 'file') reject(new NotAnUpload('The file belongs in the field `file`.'));
      else if (roomId === undefined) reject(new NotAnUpload('The field `roomId` comes before the file.', 'roomId'));
      else resolve({ roomId, file: { name: filename, open: () => stream } });
    });
    parser.once('error', () => {
      reject(new NotAnUpload());
    });
    parser.once('close', () => {
      reject(new NotAnUpload('The form has no file.'));
    });
    request.once('close', () => {
      if (!request.complete) parser.destroy(new Error('The connection was closed.'));
    });
    request.pipe(parser);
  });
}

class NotAnUpload extends InvalidInput {
  constructor(
    sentence = 'This is not a form (multipart/form-data) with the fields `roomId` and `file`.',
    field = 'file',
  ) {
    super(field, sentence);
  }
}

function parserFor(request: IncomingMessage): Busboy {
  const limits = { files: 1, fields: 5, parts: 6, fieldSize: 1000, headerPairs: 50 };
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
  } catch {
    throw new NotAnUpload();
  }
}
