import type { IncomingMessage } from 'node:http';
import { withoutPort } from '../runtime/index.js';
import type { Settings } from './settings.js';

/** Where a request came from: the address that the outermost trusted proxy saw, else that of the connection. */
export function callerAddress(request: IncomingMessage, { trustProxy }: Settings): string {
  const seen = [request.socket.remoteAddress ?? ''];
  if (trustProxy > 0) {
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    seen.push(
      ...forwarded
        .map((part) => withoutPort(part.trim()))
        .filter((part) => part !== '')
        .reverse(),
    );
  }
  // Further entries were written by the caller, who may have written anything.
  return seen[Math.min(trustProxy, seen.length - 1)] ?? '';
}
