import { locale } from './locale';

/** "1,234", or as it is written in the language of the page. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
