import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator, type Caller } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Unauthenticated } from '../../errors/index.js';

/**
 * Who reads stored files. The guard knows Bearer alone, and lets visitors through; a browser shows pictures by the cookie that serves this path
 * only.
 */
@Injectable()
export class FileReaders {
  constructor(private readonly authenticator: Authenticator) {}

  async readerOf({ actor, refusal }: Caller, request: Request): Promise<Actor> {
    const reader = actor ?? (await this.authenticator.actorOfFilesCookie(request.headers.cookie));
    if (!reader) throw refusal ?? new Unauthenticated();
    return reader;
  }

  async assertSignedIn(caller: Caller, request: Request): Promise<void> {
    await this.readerOf(caller, request);
  }
}
