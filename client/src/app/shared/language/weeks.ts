import { locale } from './locale';

const MONDAY = 1;

interface WithWeeks extends Intl.Locale {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

/** The day with which weeks begin where the reader lives, from 1 for Monday to 7 for Sunday. Not every browser knows; Monday is what ISO 8601 says. */
export function firstDayOfWeek(place = locale()): number {
  const known: WithWeeks = new Intl.Locale(place);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? MONDAY;
}
