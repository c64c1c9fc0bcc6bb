import type { IncomingMessage, Server } from 'node:http';
import type { RequestHandler } from 'express';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const BOUNDS = {
  /** From the first byte, or from the opening of a connection that says nothing, to the last header. */
  headersTimeout: 10 * SECOND,
  /** For a whole request: a file of 16 MiB at 20 kB a second, so that people on slow lines can send it. */
  requestTimeout: 15 * MINUTE,
  /** A connection on which nothing moves either way. Sockets have a heartbeat of their own instead. */
  timeout: 2 * MINUTE,
  /**
   * An idle connection waits for its next request longer than the usual proxies keep theirs (60 to 120 seconds): whichever side
   * closes first must be the one that sends, or a request meets a connection that is just being closed.
   */
  keepAliveTimeout: 130 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  maxHeaderSize: 16 * 1024,
  maxHeadersCount: 100,
  maxRequestsPerSocket: 10_000,
} as const;

/** Of a body that is no upload; a frame on a socket has the same. */
export const MAX_BODY_BYTES = 256 * 1024;
const BODY_MILLISECONDS = 20 * SECOND;

/** Sets how long a connection may take for what, and how much it may say. Before the server listens. */
export function boundHttp(server: Server): void {
  Object.assign(server, BOUNDS);
}

const stops = new WeakMap<IncomingMessage, () => void>();

/** Hangs up on who lets a body drip, or sends without end what nobody reads. */
export const bodiesInTime: RequestHandler = (request, _response, next) => {
  const deadline = setTimeout(() => {
    // All of it is there, and the answer may take as long as its reader does.
    if (request.complete) return;
    request.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    request.destroy();
  }, BODY_MILLISECONDS).unref();
  const stop = (): void => {
    clearTimeout(deadline);
  };
  stops.set(request, stop);
  request.once('end', stop).once('close', stop);
  next();
};

/** For a file of somebody who may send one: it may take its time, within that of the whole request. */
export function takeYourTime(request: IncomingMessage): void {
  stops.get(request)?.();
}
