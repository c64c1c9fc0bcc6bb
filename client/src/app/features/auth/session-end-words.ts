import type { ServerInfo } from '../../core/graphql/model';
import type { SessionEnd } from '../../core/session/session-end';

/** What people read at the door when their session ended other than by signing out here. */
export function sessionEndWords(end: SessionEnd, doors: Pick<ServerInfo, 'guests' | 'registration'>): string {
  switch (end) {
    case 'elsewhere':
      return $localize`You’ve been signed out. Your session expired, or was ended from another device. Sign in to continue. What you were writing is kept.`;
    case 'everywhere':
      return $localize`You’re signed out on all your devices.`;
    case 'account-deleted':
      return $localize`Your account has been deleted.`;
    case 'visit-over':
      return visitOver(doors);
  }
}

function visitOver({ guests, registration }: Pick<ServerInfo, 'guests' | 'registration'>): string {
  if (guests && registration)
    return $localize`Your guest session has ended. You can join again as a new guest, or create an account.`;
  if (guests) return $localize`Your guest session has ended. You can join again as a new guest.`;
  if (registration) return $localize`Your guest session has ended. You can create an account.`;
  return $localize`Your guest session has ended.`;
}
