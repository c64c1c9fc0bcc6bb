import { Injectable } from '@nestjs/common';
import { Server } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import type { Actor } from '../../../caller/index.js';
import { newId } from '../../../runtime/index.js';
import { ResumableUploads } from '../resumable-uploads.js';
import { refusalIn, refusalOf } from './tus-refusal.js';
import { TusStore } from './tus-store.js';
import { RESUMABLE_PATH } from './tus-version.js';
import { UploadLocks } from './upload-locks.js';

/** So long a request may still write what has arrived, when a newer one waits for its upload. */
const FAREWELL_MILLISECONDS = 100;

/** Has @tus/server speak the protocol, for one person: it sees no upload but theirs, and what it would refuse is refused in our words. */
@Injectable()
export class TusEndpoint {
  private readonly locks = new UploadLocks();

  constructor(private readonly uploads: ResumableUploads) {}

  async answer(actor: Actor, request: HttpRequest, response: HttpResponse): Promise<void> {
    const { id: named } = request.params;
    const id = typeof named === 'string' ? named : newId();
    const answer = await this.serverFor(actor, id).handleWeb(asWebRequest(request));
    if (answer.status >= 400) throw refusalOf(answer.status, (await answer.text()).trim());
    response.status(answer.status).set('Cache-Control', 'no-store');
    for (const [name, value] of answer.headers) if (!isOfOrigins(name)) response.set(name, value);
    if (request.method !== 'DELETE') await this.sayHowLong(actor, id, response);
    response.end();
  }

  private serverFor(actor: Actor, id: string): Server {
    return new Server({
      path: RESUMABLE_PATH,
      relativeLocation: true,
      datastore: new TusStore(actor, this.uploads),
      locker: this.locks,
      lockDrainTimeout: FAREWELL_MILLISECONDS,
      // Our own answers say which pages of other sites may read them.
      allowedOrigins: () => false,
      namingFunction: () => id,
      getFileIdFromRequest: () => id,
      onIncomingRequest: async ({ method }) => {
        if (method === 'POST') return;
        // Before the lock: whoever has the lock makes the one before stop.
        const { received, length, isStored } = await this.uploads.own(actor, id);
        if (method === 'HEAD' && received === length && !isStored) await this.uploads.finish(actor, id);
      },
      onUploadFinish: async () => {
        await this.uploads.finish(actor, id);
        return {};
      },
      onResponseError: (_, error) => {
        throw refusalIn(error);
      },
    });
  }

  private async sayHowLong(actor: Actor, id: string, response: HttpResponse): Promise<void> {
    const upload = await this.uploads.own(actor, id);
    if (!upload.isStored) response.set('Upload-Expires', this.uploads.endOf(upload).toUTCString());
  }
}

function asWebRequest(request: HttpRequest): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const hasBody = request.method === 'POST' || request.method === 'PATCH';
  const streamed = { body: bodyOf(request), duplex: 'half' } as const;
  return new Request(`http://localhost${request.originalUrl}`, {
    method: request.method,
    headers,
    ...(hasBody && streamed),
  });
}

/** Whoever stops reading leaves the request as it is, so that it can still be answered. */
function bodyOf(request: HttpRequest): ReadableStream {
  return ReadableStream.from(request.iterator({ destroyOnReturn: false }));
}

function isOfOrigins(name: string): boolean {
  return name.startsWith('access-control-');
}
