import { dayOf, momentInText, timeOfDay } from '../../../shared/text/dates';

/** How long nothing is to call somebody. */
export type DoNotDisturbEnd = 'half-hour' | 'hour' | 'morning' | 'open';

export function doNotDisturbEnds(): readonly { readonly end: DoNotDisturbEnd; readonly words: string }[] {
  return [
    { end: 'half-hour', words: $localize`For 30 minutes` },
    { end: 'hour', words: $localize`For 1 hour` },
    { end: 'morning', words: $localize`Until tomorrow morning` },
    { end: 'open', words: $localize`Until I turn it off` },
  ];
}

/** What the server keeps of "until I turn it off". */
export const OPEN_END = new Date('9999-12-31T00:00:00.000Z');

const MORNING = 8;
/** Who is still up then means the morning that comes. */
const NIGHT_ENDS = 5;

/** Mornings are at eight o'clock here. */
export function endOf(end: DoNotDisturbEnd, now: Date): Date {
  switch (end) {
    case 'half-hour':
      return new Date(now.getTime() + 30 * 60_000);
    case 'hour':
      return new Date(now.getTime() + 60 * 60_000);
    case 'morning': {
      const day = now.getDate() + (now.getHours() < NIGHT_ENDS ? 0 : 1);
      return new Date(now.getFullYear(), now.getMonth(), day, MORNING);
    }
    case 'open':
      return OPEN_END;
  }
}

/** "until 15:30"; null where it is over, or was never so. */
export function untilInWords(until: string | null, now: Date): string | null {
  if (until === null || Date.parse(until) <= now.getTime()) return null;
  if (Date.parse(until) >= OPEN_END.getTime()) return $localize`until you turn it off`;
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  if (dayOf(until) === dayOf(now.toISOString())) return $localize`until ${timeOfDay(until)}:time:`;
  return dayOf(until) === dayOf(tomorrow.toISOString())
    ? $localize`until tomorrow, ${timeOfDay(until)}:time:`
    : $localize`until ${momentInText(until, now)}:moment:`;
}
