export type SessionEnd = 'elsewhere' | 'everywhere' | 'visit-over';

/** What people read at the door when their session ended other than by signing out here. */
export const sessionEndWords: Record<SessionEnd, string> = {
  elsewhere:
    'You were signed out here: your session was ended from elsewhere, or its time had run out. Sign in to go on. What you were writing is kept.',
  everywhere: 'You are signed out everywhere: in this browser and in all others.',
  'visit-over': 'Your visit as a guest has ended. You can come in again as a new guest, or make an account.',
};
