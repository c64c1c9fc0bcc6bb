/**
 * What people take for the same when they look for something: case, accents, width, hiragana and katakana. Wider than the folding of
 * names, which says when two names are one. The server stores it beside what is searched: a change needs a migration that folds it again.
 */
export function foldForSearch(text: string): string {
  return withoutCase(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(UNHEARD, '')
    .replace(/[æœøđðþłħŧ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(VOICED_KANA, (kana) => kana.normalize('NFC'))
    .replace(/[\u30A1-\u30F6]/g, (katakana) => String.fromCodePoint((katakana.codePointAt(0) ?? 0) - 0x60))
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E]/g, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lower, upper and lower again takes ẞ, ß and ss for one, and the dotless ı for an i; a final ς is a σ at the end of a word. */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, 'σ');
}

/**
 * Accents of alphabets, the points of Hebrew and Arabic that most people leave out, and what draws nothing. Marks of other scripts
 * are part of the word: without its vowels Thai or Hindi would be another one.
 */
const UNHEARD = /(?![\u3099\u309A])(?=[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|\u0640|\p{DI}/gu;

/** Letters with a stroke, which Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
};

/** か and が are two letters; Hangul stays apart, so that a syllable that is half typed finds what it becomes. */
const VOICED_KANA = /[\u3041-\u30FE][\u3099\u309A]/gu;
