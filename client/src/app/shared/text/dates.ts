const LOCALE = 'en-GB';
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const dayOfThisYear = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfAnotherYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const wholeMoment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'medium' });

export function timeOfDay(at: string): string {
  return time.format(new Date(at));
}

/** What a clock shows in a time zone of the IANA's; null where that is not told, or this browser does not know it. */
export function timeOfDayIn(timeZone: string | null, now: Date): string | null {
  if (timeZone === null) return null;
  try {
    return new Intl.DateTimeFormat(LOCALE, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  } catch {
    return null;
  }
}

/** The reader's own calendar day, as 2026-11-21. */
export function dayOf(at: string): string {
  return keyOf(new Date(at));
}

export function dayLabel(at: string, now: Date): string {
  const day = new Date(at);
  const key = keyOf(day);
  if (key === keyOf(now)) return 'Today';
  if (key === keyOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday';
  return (day.getFullYear() === now.getFullYear() ? dayOfThisYear : dayOfAnotherYear).format(day);
}

/** A day within a sentence: "today", "Monday 16 November". */
export function dayInText(at: string, now: Date): string {
  return dayLabel(at, now).replace(/^(?:Today|Yesterday)$/, (day) => day.toLowerCase());
}

/** A moment within a sentence: "today, 14:05". */
export function momentInText(at: string, now: Date): string {
  return `${dayInText(at, now)}, ${timeOfDay(at)}`;
}

/** A moment with all there is to say about it: "Friday 27 November 2026 at 14:05:09". */
export function momentInFull(at: string): string {
  return wholeMoment.format(new Date(at));
}

function keyOf(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(day.getFullYear())}-${month ?? ''}-${date ?? ''}`;
}
