const DAYS_BEFORE = 7;
/** When people sit down to talk, by the clock of this machine. */
const HOURS = [8, 9, 10, 11, 13, 15, 17, 20];
/** Minutes before now at which they talk as well, whatever time of day it is. */
const JUST_BEFORE = [70, 45, 28];
const MINUTE = 60_000;
const MINUTES_TOGETHER = 11;

/** The times at which people sat together in the week that ends now: each with the times at which something is said. */
export function sittings(now, sayings, random) {
  const starts = [];
  for (let day = -DAYS_BEFORE; day <= 0; day += 1) {
    for (const hour of HOURS) {
      const start = new Date(now);
      start.setDate(start.getDate() + day);
      start.setHours(hour, random.below(40), 0, 0);
      starts.push(start.getTime());
    }
  }
  const last = JUST_BEFORE.map((minutes) => now - minutes * MINUTE);
  const all = [...starts.filter((start) => start + MINUTES_TOGETHER * MINUTE < last[0]), ...last];
  return all.map((start, index) => sitting(start, share(sayings, index, all.length)));
}

function sitting(start, sayings) {
  const pause = (MINUTES_TOGETHER * MINUTE) / Math.max(sayings, 1);
  return { start, times: Array.from({ length: sayings }, (_, saying) => Math.round(start + pause * saying)) };
}

/** What falls to one of so many, where all is divided evenly. */
export function share(whole, index, count) {
  return Math.floor((whole * (index + 1)) / count) - Math.floor((whole * index) / count);
}
