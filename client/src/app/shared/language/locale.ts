import { language } from './languages';

/** How dates, numbers and lists are written, and names are sorted: in the language of the page, and of the reader's own region where the browser names one. */
export function locale(): string {
  const { tag, locale: usual } = language();
  const isOfLanguage = (wanted: string) => wanted === tag || wanted.startsWith(`${tag}-`);
  const wanted = typeof document === 'undefined' ? [] : navigator.languages;
  return wanted.find((each) => isOfLanguage(each) && each.includes('-')) ?? usual;
}
