import { faultsOfSource, faultsOfTranslation } from './faults.mjs';
import { messagesOfClient } from './messages.mjs';
import { tidied } from './tidy.mjs';
import { LANGUAGES, readTranslations, writeTranslations } from './translations.mjs';

/** Brings the files of the translations to what the client says now, and tells what is left to translate. */
export async function updateTranslations() {
  const messages = await messagesOfClient();
  for (const language of LANGUAGES) writeTranslations(language, tidied(messages, readTranslations(language)).tidy);
  report(faultsIn(messages));
}

/** Fails where a text is not translated, or a translation is not in its place or not whole; writes nothing. */
export async function checkTranslations() {
  const faults = faultsIn(await messagesOfClient());
  report(faults);
  if (faults.length > 0) process.exitCode = 1;
}

function faultsIn(messages) {
  return [
    ...messages.flatMap((message) =>
      faultsOfSource(message).map((fault) => `${message.file}: “${message.key}”: ${fault}.`),
    ),
    ...LANGUAGES.flatMap((language) => faultsInLanguage(messages, language)),
  ];
}

function faultsInLanguage(messages, language) {
  const byFolder = readTranslations(language);
  const { tidy, contradictions, unused } = tidied(messages, byFolder);
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const translated = [...tidy].flatMap(([folder, texts]) => [...texts].map(([key, text]) => ({ folder, key, text })));
  const misplaced = JSON.stringify(plain(tidy)) !== JSON.stringify(plain(byFolder));
  return [
    ...contradictions.map(
      ({ key, texts }) => `${language}: “${key}” is translated as ${texts.map((text) => `“${text}”`).join(' and ')}.`,
    ),
    ...unused.map((key) => `${language}: “${key}” is translated, and nobody says it.`),
    ...(misplaced ? [`${language}: the files do not stand as \`npm run languages\` writes them.`] : []),
    ...translated.flatMap(({ folder, key, text }) =>
      (text === '' ? ['is not translated'] : faultsOfTranslation(byKey.get(key), text, language)).map(
        (fault) => `${language}/${folder}.json: “${key}”: ${fault}.`,
      ),
    ),
  ];
}

function plain(byFolder) {
  return [...byFolder].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([folder, texts]) => [folder, [...texts]]);
}

function report(faults) {
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? 'All is translated.' : `${faults.length} things to mend in the translations.`);
}
