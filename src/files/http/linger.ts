import type { IncomingMessage, ServerResponse } from 'node:http';

const LINGER_MS = 10_000;

/**
 * Where an answer goes out before the request's body has come in, keeps reading for a while: closing at once would make
 * most clients lose the answer. Not for ever: what keeps sending after that is cut off.
 */
export function linger(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.once('finish', () => {
    if (request.complete) return;
    const timer = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
    const stop = () => {
      clearTimeout(timer);
    };
    request.once('end', stop).once('close', stop);
    request.unpipe();
    request.resume();
  });
  next();
}
