import { language } from './languages';

/**
 * Makes the page speak its language. Call it before the app begins: what was said before stays English.
 * English is in the code, so nothing is loaded for it. Where a translation cannot be had, the page is English.
 */
export async function loadLanguage(): Promise<void> {
  const { tag } = language();
  if (tag === 'en') return;
  try {
    const [{ useTranslations }, translations] = await Promise.all([import('./translations'), translationsInto(tag)]);
    useTranslations(translations);
  } catch (error) {
    console.error(error);
    document.documentElement.lang = 'en';
    document.documentElement.dir = 'ltr';
  }
}

/** public/first-paint.js has begun to load it. */
async function translationsInto(tag: string): Promise<Record<string, string>> {
  const answer = await fetch(`languages/${tag}.json`);
  if (!answer.ok) throw new Error(`There is no translation to be had: ${String(answer.status)}`);
  return (await answer.json()) as Record<string, string>;
}
