import type { ServerInfo } from '../../core/graphql/model';
import type { SessionEnd } from '../../core/session/session-end';

/** What people read at the door when their session ended other than by signing out here. */
export function sessionEndWords(end: SessionEnd, doors: Pick<ServerInfo, 'guests' | 'registration'>): string {
  switch (end) {
    case 'elsewhere':
      return 'You’ve been signed out. Your session expired, or was ended from another device. Sign in to continue. What you were writing is kept.';
    case 'everywhere':
      return 'You’re signed out on all your devices.';
    case 'account-deleted':
      return 'Your account has been deleted.';
    case 'visit-over':
      return `Your guest session has ended.${waysBack(doors)}`;
  }
}

function waysBack({ guests, registration }: Pick<ServerInfo, 'guests' | 'registration'>): string {
  const ways = [guests ? 'join again as a new guest' : '', registration ? 'create an account' : ''].filter(Boolean);
  return ways.length === 0 ? '' : ` You can ${ways.join(', or ')}.`;
}
