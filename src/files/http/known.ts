import type { Request } from 'express';

/**
 * Whether the client has these bytes already (RFC 9110, section 13.1.2). Express's own `fresh` answers no to everybody who
 * sends `Cache-Control: no-cache`, and `fetch` sends it with every If-None-Match.
 */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.get('If-None-Match')?.split(',') ?? [];
  return known.some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
