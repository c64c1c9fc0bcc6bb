import { Refusal } from '../core/graphql/problem';

/** What a subscription that ended asks for. `moved`: another tab of this browser leads now, or this one. */
export type FeedEnd = 'moved' | 'resume' | 'read-anew' | 'new-token' | 'signed-out';

const TOKEN_RAN_OUT = 4403;
const SESSION_ENDED = 4401;

export function feedEnd(error: unknown, closeCode: number | null): FeedEnd {
  const code = error instanceof Refusal ? error.problem.code : null;
  if (code === 'CURSOR_EXPIRED' || code === 'BAD_CURSOR') return 'read-anew';
  if (closeCode === SESSION_ENDED) return 'signed-out';
  if (closeCode === TOKEN_RAN_OUT || code === 'UNAUTHENTICATED') return 'new-token';
  return 'resume';
}
