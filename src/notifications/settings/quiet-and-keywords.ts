import {
  foldForSearch,
  MAX_KEYWORD_LENGTH,
  MAX_KEYWORDS,
  MIN_KEYWORD_LENGTH,
  minutesOf,
  piecesOf,
  WEEKDAYS,
} from '../../rules/index.js';
import { textWithin, timeZoneFrom } from '../../text/index.js';
import { KeywordWithoutWords, NoDays, NoTimeOfDay, TooManyKeywords } from './notification-settings.errors.js';
import type { QuietHoursInput } from './notification-settings.inputs.js';
import { type QuietHoursType, Weekday } from './notification-settings.type.js';

/** A keyword, and the first of its pieces, by which whoever has it is found. */
export interface Keyword {
  readonly keyword: string;
  readonly piece: string;
}

/** Quiet hours within their bounds. */
export function quietHoursFrom({ from, until, days, timeZone }: QuietHoursInput): QuietHoursType {
  if (Number.isNaN(minutesOf(from))) throw new NoTimeOfDay('from');
  if (Number.isNaN(minutesOf(until))) throw new NoTimeOfDay('until');
  if (days.length === 0) throw new NoDays();
  const chosen = WEEKDAYS.filter((day) => days.includes(Weekday[day]));
  return { from, until, days: chosen, timeZone: timeZone == null ? null : timeZoneFrom(timeZone) };
}

/** Keywords within their bounds, each once. */
export function keywordsFrom(written: readonly string[]): Keyword[] {
  if (written.length > MAX_KEYWORDS) throw new TooManyKeywords(MAX_KEYWORDS);
  const found = new Map<string, Keyword>();
  for (const text of written) {
    const line = text.length > MAX_KEYWORD_LENGTH * 4 ? text : text.replace(/\s+/gu, ' ').trim();
    const keyword = textWithin('keywords', line, { min: MIN_KEYWORD_LENGTH, max: MAX_KEYWORD_LENGTH });
    const folded = foldForSearch(keyword);
    const [piece] = piecesOf(folded);
    if (piece === undefined) throw new KeywordWithoutWords();
    if (!found.has(folded)) found.set(folded, { keyword, piece });
  }
  return [...found.values()];
}
