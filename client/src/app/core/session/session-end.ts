/** How a session of this page ended, other than by signing out here. */
export type SessionEnd = 'elsewhere' | 'everywhere' | 'visit-over' | 'account-deleted';
