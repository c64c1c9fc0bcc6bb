import { locale } from './locale';

let collator: Intl.Collator | null = null;

/** Which of two names comes first in a list, for readers of the page's language. */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator(locale(), { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}
