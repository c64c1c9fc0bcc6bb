const MINUTE = 60_000;
const MINUTES_OF_DAY = 24 * 60;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The next moment after another at which it is so many o'clock somewhere; where that hour is skipped for the summer, one hour beside it. */
export function nextDigestAfter(after: Date, hour: number, timeZone: string): Date {
  for (let day = 0; ; day += 1) {
    const guess = atHour(after.getTime() + day * MINUTES_OF_DAY * MINUTE, hour, timeZone);
    if (guess > after.getTime()) return new Date(guess);
  }
}

/** So many o'clock on about the day of a moment, there. Twice, for in between the clocks may be changed. */
function atHour(moment: number, hour: number, timeZone: string): number {
  const first = moment - (moment % MINUTE);
  const once = first + minutesUntil(first, hour, timeZone) * MINUTE;
  return once + minutesUntil(once, hour, timeZone) * MINUTE;
}

/** Between half a day back and half a day ahead. */
function minutesUntil(moment: number, hour: number, timeZone: string): number {
  const difference = hour * 60 - minutesOfDay(moment, timeZone);
  return ((difference + 1.5 * MINUTES_OF_DAY) % MINUTES_OF_DAY) - MINUTES_OF_DAY / 2;
}

function minutesOfDay(moment: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0);
}

/** One for each zone that is in use: to make one costs a hundred times what it costs to ask it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  clocks.set(timeZone, made);
  return made;
}
