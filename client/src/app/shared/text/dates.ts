import { dateFormat } from '../language/date-format';

const formats = new Map<string, Intl.DateTimeFormat>();

export function timeOfDay(at: string): string {
  return format('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** A whole hour of the day, from 0 to 23. */
export function hourOfDay(hour: number): string {
  return format('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(2026, 0, 1, hour));
}

/** What a clock shows in a time zone of the IANA's; null where that is not told, or this browser does not know it. */
export function timeOfDayIn(timeZone: string | null, now: Date): string | null {
  if (timeZone === null) return null;
  try {
    return dateFormat({ timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
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
  if (isToday(day, now)) return $localize`Today`;
  if (isYesterday(day, now)) return $localize`Yesterday`;
  return otherDay(day, now);
}

/** A day within a sentence: "today", "Monday 16 November". */
export function dayInText(at: string, now: Date): string {
  const day = new Date(at);
  if (isToday(day, now)) return $localize`today`;
  if (isYesterday(day, now)) return $localize`yesterday`;
  return otherDay(day, now);
}

/** A moment within a sentence: "today, 14:05". */
export function momentInText(at: string, now: Date): string {
  return $localize`${dayInText(at, now)}:day:, ${timeOfDay(at)}:time:`;
}

/** A moment with all there is to say about it: "Friday 27 November 2026 at 14:05:09". */
export function momentInFull(at: string): string {
  return format('moment', { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(at));
}

function isToday(day: Date, now: Date): boolean {
  return keyOf(day) === keyOf(now);
}

function isYesterday(day: Date, now: Date): boolean {
  return keyOf(day) === keyOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
}

function otherDay(day: Date, now: Date): string {
  return day.getFullYear() === now.getFullYear()
    ? format('day', { weekday: 'long', day: 'numeric', month: 'long' }).format(day)
    : format('day of another year', { day: 'numeric', month: 'long', year: 'numeric' }).format(day);
}

/** Made once: a list of messages asks for it with every row. */
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known) return known;
  const made = dateFormat(options);
  formats.set(name, made);
  return made;
}

function keyOf(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(day.getFullYear())}-${month ?? ''}-${date ?? ''}`;
}
