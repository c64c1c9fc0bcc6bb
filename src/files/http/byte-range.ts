import type { Request } from 'express';
import type { ByteRange } from '../../storage/index.js';

/**
 * The part of a file that is asked for (RFC 9110, section 14): one range is served; several, or what makes no sense, mean
 * the whole. With If-Range the part counts only for the very bytes that the client has the rest of.
 */
export function rangeOf(request: Request, size: number, etag: string): ByteRange | 'whole' | 'unsatisfiable' {
  if (request.method !== 'GET') return 'whole';
  const ifRange = request.get('If-Range');
  if (ifRange !== undefined && ifRange !== etag) return 'whole';
  const ranges = request.range(size);
  if (ranges === undefined || ranges === -2) return 'whole';
  if (ranges === -1) return 'unsatisfiable';
  const [first, ...others] = ranges;
  return ranges.type === 'bytes' && first && others.length === 0 ? first : 'whole';
}
