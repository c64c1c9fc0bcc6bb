import type { Request } from 'express';

/**
 * Whether the client has these bytes already (RFC 9110, section 13.1.2). Express's own `fresh` answers no to everybody who
 * sends `Cache-Control: no-cache`, and `fetch` sends it with every If-None-Match.
 */
export function isNotModified(request: Request, etag: string): boolean {
  return tagsIn(request.get('If-None-Match')).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
}

/** Whether the client names the bytes that it wants, and these are others (If-Match, section 13.1.1). A weak tag names none. */
export function failsPrecondition(request: Request, etag: string): boolean {
  const wanted = request.get('If-Match');
  return wanted !== undefined && !tagsIn(wanted).some((tag) => tag === '*' || tag === etag);
}

function tagsIn(header = ''): string[] {
  return header.split(',').map((tag) => tag.trim());
}
