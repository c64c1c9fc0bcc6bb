/** One or two letters that stand for a name, in any script. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = (words.length > 1 ? [words[0], words.at(-1)] : [words[0]]).map(firstLetter);
  return letters.join('').toLocaleUpperCase() || '?';
}

/** The same person has the same colour everywhere: one of `count` places on the palette. */
export function paletteIndex(key: string, count: number): number {
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % count;
}

function firstLetter(word: string | undefined): string {
  return /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '';
}
