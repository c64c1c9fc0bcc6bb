import type { RequestHandler } from 'express';
import type { Settings } from '../../../config/index.js';
import { BrokenUploadRequest } from '../../files.errors.js';
import { asPlain } from '../../../errors/index.js';
import { turnAway } from '../../http/turn-away.js';

const VERSION = '1.0.0';
const EXTENSIONS = 'creation,creation-with-upload,expiration,termination';

/** Where uploads come in by parts. */
export const RESUMABLE_PATH = '/upload/resumable';

/** What a page of another site may read of an answer. */
export const TUS_HEADERS = [
  'Location',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Resumable',
  'Tus-Version',
  'Upload-Expires',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
];

/** Says before anything else which tus is spoken here, and turns away who speaks another one. */
export function tusVersion({ uploadMaxBytes }: Settings): RequestHandler {
  return (request, response, next) => {
    const { method, headers } = request;
    response.set('Tus-Resumable', VERSION);
    const asksAsBrowser = headers['access-control-request-method'] !== undefined;
    if (method === 'OPTIONS' && !asksAsBrowser) {
      const offers = { 'Tus-Version': VERSION, 'Tus-Extension': EXTENSIONS, 'Tus-Max-Size': String(uploadMaxBytes) };
      response.status(204).set(offers).end();
    } else if (NEEDS_VERSION.has(method) && headers['tus-resumable'] !== VERSION) {
      request.socket.pause();
      const refusal = new BrokenUploadRequest(`Send the header \`Tus-Resumable: ${VERSION}\`.`, 'Tus-Resumable');
      turnAway(request, response, { ...asPlain(refusal), status: 412, headers: { 'Tus-Version': VERSION } });
    } else next();
  };
}

const NEEDS_VERSION = new Set(['POST', 'HEAD', 'PATCH', 'DELETE']);
