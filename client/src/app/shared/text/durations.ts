/** A number of seconds in the largest unit that it fills: "30 seconds", "1 minute", "6 hours". */
export function secondsInText(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ?? ['second', 1];
  const count = seconds / length;
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** "1 day", "30 days", and of whole years those. */
export function daysInText(days: number): string {
  const [unit, count] = days % 365 === 0 ? ['year', days / 365] : ['day', days];
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
}

/** How often: "every 30 seconds", "every hour". */
export function everyInText(seconds: number): string {
  return `every ${secondsInText(seconds).replace(/^1 /, '')}`;
}

/** What is left, as clocks show it: "0:45", "12:05", "1:00:00". */
export function countdownText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  return parts.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

const UNITS: readonly (readonly [string, number])[] = [
  ['hour', 3600],
  ['minute', 60],
];
