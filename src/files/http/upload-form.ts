import type { IncomingMessage } from 'node:http';
import { BrokenForm } from '../files.errors.js';
import type { IncomingFile } from '../incoming-file.js';
import { readForm } from './form.js';

export interface UploadForm {
  readonly roomId: string;
  readonly file: IncomingFile;
}

const BOUNDS = { fields: 5, fieldBytes: 1000 };

/** The form of `POST /upload`: the room first, so that it is asked about before the file comes in. */
export async function readUploadForm(request: IncomingMessage): Promise<UploadForm> {
  const { fields, file } = await readForm(request, BOUNDS);
  if (!file) throw new BrokenForm('The form has no file.');
  if (file.field !== 'file') throw new BrokenForm('The file belongs in the field `file`.');
  const roomId = fields.get('roomId');
  if (roomId === undefined) throw new BrokenForm('The field `roomId` comes before the file.', 'roomId');
  return { roomId, file };
}
