/** A stretch of time, in milliseconds: its beginning belongs to it, its end does not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Whether a text is a day that there is, as in `2026-02-28`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether this is the name of a time zone that this server knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** From the beginning of a day to that of the next, where that time zone is. */
export function stretchOfDay(day: string, timeZone: string): Stretch {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  const next = new Date(noon + DAY_MILLISECONDS).toISOString().slice(0, 10);
  return { from: beginningOf(day, timeZone), to: beginningOf(next, timeZone) };
}

/** The first moment at which the calendar there shows the day: it is not always midnight, and clocks are set on some nights. */
function beginningOf(day: string, timeZone: string): number {
  const calendar = calendarOf(timeZone);
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // No place is further from UTC than this. Between the two, days only go up.
  let [before, after] = [midnight - DAY_MILLISECONDS, midnight + DAY_MILLISECONDS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(calendar, middle) < day) before = middle;
    else after = middle;
  }
  return after;
}

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
}

function dayAt(calendar: Intl.DateTimeFormat, time: number): string {
  const parts = new Map(calendar.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}
