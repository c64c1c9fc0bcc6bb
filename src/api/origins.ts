import type { IncomingMessage } from 'node:http';
import type { Settings } from '../config/index.js';

/**
 * Whether a page of this origin may open sockets here: the server's own and those of ALLOWED_ORIGINS. Browsers always say
 * their origin and let any page open a socket anywhere; what says none is no browser, and has nothing to be tricked out of.
 */
export function isOriginAllowed({ headers }: IncomingMessage, { publicUrl, allowedOrigins }: Settings): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const own = publicUrl === undefined ? [`http://${host ?? ''}`, `https://${host ?? ''}`] : [publicUrl];
  return [...own, ...allowedOrigins].includes(origin);
}
