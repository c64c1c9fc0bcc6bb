import type { Request } from 'express';
import type { RefusalAnswer } from '../../errors/index.js';
import { PREFLIGHTED_HEADERS } from '../preflighted.js';
import { notPossible } from './stream-refusals.js';

/** What is wrong with a request before its body is read, if anything. */
export function refusalAtTheDoor(request: Request): RefusalAnswer | undefined {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'POST') return notPossible(405, 'Ask by POST, or by GET.', { Allow: 'GET, POST' });
  if (request.accepts('text/event-stream') === false)
    return notPossible(406, 'Accept text/event-stream: the answer is a stream of events.');
  // A page of another site can send neither without a preflight.
  if (method === 'POST' && request.is('application/json') === false)
    return notPossible(415, 'Send the operation as application/json; files go to /graphql.');
  if (method === 'GET' && !PREFLIGHTED_HEADERS.some((name) => headers[name]))
    return notPossible(400, 'A GET needs Authorization with a Bearer, or the header Apollo-Require-Preflight.');
  return undefined;
}
