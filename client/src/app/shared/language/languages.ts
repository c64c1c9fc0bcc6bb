export interface Language {
  readonly tag: string;
  /** In the language itself: whoever looks for it can read that. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** How dates and numbers are written where the browser names no country for this language. */
  readonly locale: string;
}

/** The first is the one the sources are written in. public/first-paint.js names the same. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { tag: 'de', name: 'Deutsch', dir: 'ltr', locale: 'de-DE' },
  { tag: 'es', name: 'Español', dir: 'ltr', locale: 'es-ES' },
  { tag: 'ja', name: '日本語', dir: 'ltr', locale: 'ja-JP' },
  { tag: 'ur', name: 'اردو', dir: 'rtl', locale: 'ur-PK' },
] as const satisfies readonly Language[];

export type LanguageTag = (typeof LANGUAGES)[number]['tag'];

const [SOURCE] = LANGUAGES;

/** The language of this page, which stands on it from the first paint on. */
export function language(): (typeof LANGUAGES)[number] {
  // Client code is also tested without a page.
  const tag = typeof document === 'undefined' ? SOURCE.tag : document.documentElement.lang;
  return LANGUAGES.find((each) => each.tag === tag) ?? SOURCE;
}
