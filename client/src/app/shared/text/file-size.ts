import { formatMessage } from '../language/format-message';
import { numberText } from '../language/numbers';

const UNITS = ['KB', 'MB', 'GB'] as const;

/** A size in words: 912 bytes, 3.4 KB, 16 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return formatMessage($localize`{count, plural, =1 {1 byte} other {# bytes}}`, { count: bytes });
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${numberText(size, size < 10 ? 1 : 0)} ${UNITS[unit] ?? ''}`;
}
