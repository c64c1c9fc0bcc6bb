/** What a subscription to a feed that ended asks for. */
export type FeedEnd = 'resume' | 'read-anew' | 'new-token' | 'signed-out';

const TOKEN_RAN_OUT = 4403;
const SESSION_ENDED = 4401;

/** `code` is that of the error with which it ended, `closeCode` that of the socket; null where there is none. */
export function feedEnd(code: string | null, closeCode: number | null): FeedEnd {
  if (code === 'CURSOR_EXPIRED' || code === 'BAD_CURSOR') return 'read-anew';
  if (closeCode === SESSION_ENDED) return 'signed-out';
  if (closeCode === TOKEN_RAN_OUT || code === 'UNAUTHENTICATED') return 'new-token';
  return 'resume';
}
