import { formatMessage } from '../language/format-message';

/** A number of seconds in the largest unit that it fills: "30 seconds", "1 minute", "6 hours". */
export function secondsInText(seconds: number): string {
  const { unit, count } = inLargestUnit(seconds);
  switch (unit) {
    case 'hour':
      return formatMessage($localize`{count, plural, =1 {1 hour} other {# hours}}`, { count });
    case 'minute':
      return formatMessage($localize`{count, plural, =1 {1 minute} other {# minutes}}`, { count });
    case 'second':
      return formatMessage($localize`{count, plural, =1 {1 second} other {# seconds}}`, { count });
  }
}

/** "1 day", "30 days", and of whole years those. */
export function daysInText(days: number): string {
  return days % 365 === 0
    ? formatMessage($localize`{count, plural, =1 {1 year} other {# years}}`, { count: days / 365 })
    : formatMessage($localize`{count, plural, =1 {1 day} other {# days}}`, { count: days });
}

/** How often: "every 30 seconds", "every hour". */
export function everyInText(seconds: number): string {
  const { unit, count } = inLargestUnit(seconds);
  switch (unit) {
    case 'hour':
      return formatMessage($localize`{count, plural, =1 {every hour} other {every # hours}}`, { count });
    case 'minute':
      return formatMessage($localize`{count, plural, =1 {every minute} other {every # minutes}}`, { count });
    case 'second':
      return formatMessage($localize`{count, plural, =1 {every second} other {every # seconds}}`, { count });
  }
}

/** What is left, as clocks show it: "0:45", "12:05", "1:00:00". */
export function countdownText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  return parts.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function inLargestUnit(seconds: number): { readonly unit: 'hour' | 'minute' | 'second'; readonly count: number } {
  const fills = (length: number) => seconds >= length && seconds % length === 0;
  if (fills(3600)) return { unit: 'hour', count: seconds / 3600 };
  return fills(60) ? { unit: 'minute', count: seconds / 60 } : { unit: 'second', count: seconds };
}
