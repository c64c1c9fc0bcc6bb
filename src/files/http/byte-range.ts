import type { Request } from 'express';
import type { ByteRange } from '../../storage/index.js';

/**
 * The part of a file that is asked for (RFC 9110, section 14): one range is served; several, or what makes no sense, mean
 * the whole. With If-Range the part counts only for the very bytes that the client has the rest of. Not Express's own
 * `range`, which knows no end that is longer than the file.
 */
export function rangeOf(request: Request, size: number, etag: string): ByteRange | 'whole' | 'unsatisfiable' {
  if (request.method !== 'GET') return 'whole';
  const ifRange = request.get('If-Range');
  if (ifRange !== undefined && ifRange !== etag) return 'whole';
  const [, first, last] = ONE_RANGE.exec(request.get('Range') ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'whole';
  return first === '' ? endOf(size, Number(last)) : between(size, Number(first), last === '' ? Infinity : Number(last));
}

const ONE_RANGE = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i;

function endOf(size: number, length: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable';
  return { start: Math.max(size - length, 0), end: size - 1 };
}

function between(size: number, start: number, end: number): ByteRange | 'whole' | 'unsatisfiable' {
  if (start > end) return 'whole';
  return start < size ? { start, end: Math.min(end, size - 1) } : 'unsatisfiable';
}
