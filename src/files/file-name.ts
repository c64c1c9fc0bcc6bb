import { replaceInvisible } from '../runtime/index.js';
import { withoutPiles } from '../text/index.js';

const MAX_LENGTH = 200;
const MAX_EXTENSION_LENGTH = 20;

/**
 * What a file is called here: the last part of any path, without characters that nobody sees or that turn the direction of
 * writing (`photo<U+202E>gpj.exe` would read as a picture), with few marks on a letter, of bounded length. Never a place on the disk.
 */
export function fileNameFrom(claimed: string | undefined): string {
  const base = (claimed ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = withoutPiles(replaceInvisible(base, '_'))
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  return /^[._ ]*$/.test(name) ? 'file' : shortened(name);
}

/** Cut before the extension, which says what the file is for. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const dot = characters.lastIndexOf('.');
  const keepsExtension = dot > 0 && characters.length - dot <= MAX_EXTENSION_LENGTH;
  const extension = keepsExtension ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_LENGTH - extension.length), ...extension].join('');
}
