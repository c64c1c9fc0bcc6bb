import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Storage } from '../../storage/index.js';
import { FileNotFound } from '../files.errors.js';
import { rangeOf } from './byte-range.js';
import { contentDisposition } from './content-disposition.js';
import { failsPrecondition, isNotModified } from './preconditions.js';

/** Stored bytes as they are to be shown. */
export interface Delivered {
  readonly key: string;
  readonly mediaType: string;
  readonly name: string;
  /** Strong (RFC 9110): the same tag, the same bytes. */
  readonly etag: string;
  /** Whether browsers may keep it without asking again, as long as they like. */
  readonly isTheSameForEver?: true;
}

/** Sends stored bytes, whole or in part, and never lets a browser run them. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger('files');

  constructor(private readonly storage: Storage) {}

  async send(file: Delivered, request: Request, response: Response): Promise<void> {
    const size = await this.storage.sizeOf(file.key);
    if (size === undefined) throw new FileNotFound();
    response.set(headersOf(file));
    if (failsPrecondition(request, file.etag)) {
      response.status(412).end();
      return;
    }
    if (isNotModified(request, file.etag)) {
      response.status(304).end();
      return;
    }
    const range = rangeOf(request, size, file.etag);
    if (range === 'unsatisfiable') {
      response
        .status(416)
        .set('Content-Range', `bytes */${String(size)}`)
        .end();
      return;
    }
    const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
    if (range !== 'whole')
      response.status(206).set('Content-Range', `bytes ${String(start)}-${String(end)}/${String(size)}`);
    response.set('Content-Length', String(end - start + 1));
    if (request.method === 'HEAD' || size === 0) response.end();
    else await this.stream(file.key, { start, end }, response);
  }

  private async stream(key: string, range: { start: number; end: number }, response: Response): Promise<void> {
    const bytes = await this.storage.read(key, range);
    if (!bytes) {
      // Deleted this very moment, with the headers already promising it.
      response.destroy();
      return;
    }
    try {
      await pipeline(bytes, response);
    } catch (error) {
      // Mostly the client went away; the pipeline has freed both ends.
      if (!isPrematureClose(error)) this.logger.error('A stored file could not be read to its end.', error);
    }
  }
}

function headersOf({ mediaType, name, etag, isTheSameForEver }: Delivered): Record<string, string> {
  return {
    'Accept-Ranges': 'bytes',
    // The bytes of an address never change; who may see them may, and what is deleted is gone. So browsers ask each time, but for what everybody may see.
    'Cache-Control': isTheSameForEver ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    'Content-Disposition': contentDisposition(mediaType, name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: etag,
    // The cookie changes all day, and a browser would ask again each time.
    ...(!isTheSameForEver && { Vary: 'Authorization, Cookie' }),
    'X-Content-Type-Options': 'nosniff',
  };
}

function isPrematureClose(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET')
  );
}
