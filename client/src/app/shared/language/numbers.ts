import { locale } from './locale';

const formats = new Map<number, Intl.NumberFormat>();

/** "1,234", or as it is written in the language of the page. */
export function numberText(value: number, maximumFractionDigits = 3): string {
  let format = formats.get(maximumFractionDigits);
  if (!format) {
    // Made once: every reaction and every count in a list asks for it.
    format = new Intl.NumberFormat(locale(), { maximumFractionDigits });
    formats.set(maximumFractionDigits, format);
  }
  return format.format(value);
}
