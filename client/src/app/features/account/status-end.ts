/** When a status is to end by itself. */
export type StatusEnd = 'never' | 'half-hour' | 'hour' | 'today' | 'week';

export const STATUS_ENDS: readonly { readonly end: StatusEnd; readonly words: string }[] = [
  { end: 'never', words: 'Until I change it' },
  { end: 'half-hour', words: 'For 30 minutes' },
  { end: 'hour', words: 'For 1 hour' },
  { end: 'today', words: 'Today' },
  { end: 'week', words: 'This week' },
];

export function isStatusEnd(name: string): name is StatusEnd {
  return STATUS_ENDS.some(({ end }) => end === name);
}

/** Days end at midnight here, weeks with Sunday. */
export function endOf(end: StatusEnd, now: Date): Date | null {
  const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
  const midnightAfter = (days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  switch (end) {
    case 'never':
      return null;
    case 'half-hour':
      return minutes(30);
    case 'hour':
      return minutes(60);
    case 'today':
      return midnightAfter(1);
    case 'week':
      return midnightAfter(7 - ((now.getDay() + 6) % 7));
  }
}
