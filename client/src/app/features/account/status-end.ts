import { firstDayOfWeek } from '../../shared/language/weeks';

/** When a status is to end by itself. */
export type StatusEnd = 'never' | 'half-hour' | 'hour' | 'today' | 'week';

const STATUS_ENDS: readonly StatusEnd[] = ['never', 'half-hour', 'hour', 'today', 'week'];

export function statusEnds(): readonly { readonly value: StatusEnd; readonly words: string }[] {
  return STATUS_ENDS.map((value) => ({ value, words: wordsOf(value) }));
}

export function isStatusEnd(name: string): name is StatusEnd {
  return STATUS_ENDS.some((end) => end === name);
}

/** Days end at midnight here, weeks before the day with which the next one begins. */
export function endOf(end: StatusEnd, now: Date, firstDay = firstDayOfWeek()): Date | null {
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
      return midnightAfter(1 + ((firstDay - now.getDay() + 6) % 7));
  }
}

function wordsOf(end: StatusEnd): string {
  switch (end) {
    case 'never':
      return $localize`Until I change it`;
    case 'half-hour':
      return $localize`For 30 minutes`;
    case 'hour':
      return $localize`For 1 hour`;
    case 'today':
      return $localize`Today`;
    case 'week':
      return $localize`This week`;
  }
}
