import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ɵcomputeMsgId as computeMessageId } from '@angular/localize';
import { fromRoot } from '../bootstrap/root.mjs';

/** Those that are translated into. The sources are English. */
export const LANGUAGES = ['de', 'es', 'ja', 'ur'];

/** Where the build of the client takes them from. */
export const JOINED_TRANSLATIONS = 'dist/languages';

const HOME = fromRoot('client/src/languages');

/** What client/src/languages/LANGUAGE/ holds: for each folder of the client, the translation of each key. */
export function readTranslations(language) {
  const files = globSync('*.json', { cwd: path.join(HOME, language) }).toSorted();
  return new Map(files.map((file) => [path.basename(file, '.json'), read(path.join(HOME, language, file))]));
}

export function writeTranslations(language, byFolder) {
  mkdirSync(path.join(HOME, language), { recursive: true });
  for (const file of globSync('*.json', { cwd: path.join(HOME, language) })) {
    if (!byFolder.has(path.basename(file, '.json'))) rmSync(path.join(HOME, language, file));
  }
  for (const [folder, texts] of byFolder) {
    writeFileSync(
      path.join(HOME, language, `${folder}.json`),
      `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`,
    );
  }
}

/** One file for each language, which a browser loads: translations by the numbers that Angular gives to messages. */
export function joinTranslations(folder) {
  mkdirSync(fromRoot(folder), { recursive: true });
  for (const language of LANGUAGES) {
    const all = [...readTranslations(language).values()].flatMap((texts) => [...texts]);
    const byId = Object.fromEntries(all.filter(([, text]) => text !== '').map(([key, text]) => [idOf(key), text]));
    writeFileSync(fromRoot(folder, `${language}.json`), JSON.stringify(byId));
  }
}

function idOf(key) {
  const bar = key.indexOf('|');
  return bar < 0 ? computeMessageId(key) : computeMessageId(key.slice(bar + 1), key.slice(0, bar));
}

function read(file) {
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
}
