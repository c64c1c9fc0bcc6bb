import type { Request, Response } from 'express';
import type { RefusalAnswer } from '../../errors/index.js';

const GOODBYE_MS = 2000;
/** What may still come in of a refused request, so that its line can serve the next one. */
const SHORT_BYTES = 32 * 1024;

/**
 * Answers without reading the request's body. The ordinary end of a response would have Node read the rest of it; and closing
 * at once would make most clients lose the answer, for a line that is cut with bytes waiting in it is reset. So the line is closed
 * on this side only, and cut when the client has had time to read.
 */
export function turnAway(request: Request, response: Response, { status, headers, body }: RefusalAnswer): void {
  const { socket } = request;
  response.status(status).set(headers).set('Cache-Control', 'no-store');
  if (request.complete || isShort(request)) {
    socket.resume();
    response.json(body);
    return;
  }
  const text = Buffer.from(JSON.stringify(body));
  response.set({ Connection: 'close', 'Content-Type': 'application/json', 'Content-Length': String(text.length) });
  response.write(text);
  socket.end();
  const timer = setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}

function isShort({ headers }: Request): boolean {
  const length = headers['content-length'];
  return headers.expect === undefined && length !== undefined && Number(length) <= SHORT_BYTES;
}
