import { type Locker, Server } from '@tus/server';
import type { Actor } from '../../../caller/index.js';
import type { ResumableUploads } from '../resumable-uploads.js';
import { refusalIn } from './tus-refusal.js';
import { TusStore } from './tus-store.js';
import { RESUMABLE_PATH } from './tus-version.js';

/** So long a request may still write what has arrived, when a newer one waits for its upload. */
const FAREWELL_MILLISECONDS = 100;

/** A server of tus for one request about one upload: of all uploads it knows those of the actor alone. */
export function tusServerFor(actor: Actor, id: string, uploads: ResumableUploads, locker: Locker): Server {
  return new Server({
    path: RESUMABLE_PATH,
    relativeLocation: true,
    datastore: new TusStore(actor, uploads),
    locker,
    lockDrainTimeout: FAREWELL_MILLISECONDS,
    // Our own answers say which pages of other sites may read them.
    allowedOrigins: () => false,
    namingFunction: () => id,
    getFileIdFromRequest: () => id,
    onIncomingRequest: async ({ method }) => {
      if (method === 'POST') return;
      // Before the lock: whoever wants the lock makes the one before stop.
      const { received, length, isStored } = await uploads.own(actor, id);
      if (method === 'HEAD' && received === length && !isStored) await uploads.finish(actor, id);
    },
    onUploadFinish: async () => {
      await uploads.finish(actor, id);
      return {};
    },
    onResponseError: (_, error) => {
      throw refusalIn(error);
    },
  });
}
