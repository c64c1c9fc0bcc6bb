export type SessionEnd = 'elsewhere' | 'everywhere' | 'visit-over';

/** What people read at the door when their session ended other than by signing out here. */
export const sessionEndWords: Record<SessionEnd, string> = {
  elsewhere:
    'You’ve been signed out. Your session expired, or was ended from another device. Sign in to continue. What you were writing is kept.',
  everywhere: 'You’re signed out on all your devices.',
  'visit-over': 'Your guest session has ended. You can join again as a new guest, or create an account.',
};
