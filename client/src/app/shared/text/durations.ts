/** A number of seconds in the largest unit that it fills: "30 seconds", "1 minute", "6 hours". */
export function secondsInText(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ?? ['second', 1];
  const count = seconds / length;
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['hour', 3600],
  ['minute', 60],
];
