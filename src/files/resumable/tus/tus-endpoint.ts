import { Injectable } from '@nestjs/common';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import type { Actor } from '../../../caller/index.js';
import { lazily, newId } from '../../../runtime/index.js';
import { ResumableUploads } from '../resumable-uploads.js';
import { refusalOf } from './tus-refusal.js';
import { UploadLocks } from './upload-locks.js';

/** It takes some mebibytes, and a tenth of a second: a server has none of it before a file comes in by parts. */
const tus = lazily(() => import('./tus-server.js'));

/** Has @tus/server speak the protocol, for one person: it sees no upload but theirs, and what it would refuse is refused in our words. */
@Injectable()
export class TusEndpoint {
  private readonly locks = new UploadLocks();

  constructor(private readonly uploads: ResumableUploads) {}

  async answer(actor: Actor, request: HttpRequest, response: HttpResponse): Promise<void> {
    const { id: named } = request.params;
    const id = typeof named === 'string' ? named : newId();
    const { tusServerFor } = await tus();
    const answer = await tusServerFor(actor, id, this.uploads, this.locks).handleWeb(asWebRequest(request));
    if (answer.status >= 400) throw refusalOf(answer.status, (await answer.text()).trim());
    response.status(answer.status).set('Cache-Control', 'no-store');
    for (const [name, value] of answer.headers) if (!isOfOrigins(name)) response.set(name, value);
    if (request.method !== 'DELETE') await this.sayHowLong(actor, id, response);
    response.end();
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
