import { language } from './languages';
import { locale } from './locale';

const formats = new Map<number, Intl.NumberFormat>();

/** "1,234", or as it is written in the language of the page. */
export function numberText(value: number, maximumFractionDigits = 3): string {
  if (isWrittenAsItIs(value)) return String(value);
  let format = formats.get(maximumFractionDigits);
  if (!format) {
    // Made once: every reaction and every count in a list asks for it.
    format = new Intl.NumberFormat(locale(), { maximumFractionDigits });
    formats.set(maximumFractionDigits, format);
  }
  return format.format(value);
}

/** Most counts are small. A browser takes ten milliseconds for the first format, while the first screen waits. */
function isWrittenAsItIs(value: number): boolean {
  // Urdu has digits of its own in India.
  return Number.isInteger(value) && value >= 0 && value < 1_000 && language().tag !== 'ur';
}
