/** Letters, digits and what stands on them, in every script; not the marks that belong to emoji. */
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const EMOJI_MARK = /^(?:\uFE0E|\uFE0F|\u20E3)$/;

/** Scripts in which stars between letters are more often arithmetic or a name in code than emphasis. */
const FORMULA = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}\p{Nd}]$/u;

/** What may stand right before an opening marker, and right after a closing one, besides letters. */
const BEFORE =
  /^[\s\p{Ps}\p{Pi}\p{Pf}\p{Pd}"',;!?*_~\p{Emoji_Modifier}]$|^\uFE0F$|^(?![\0-\x7F])[\p{Po}\p{So}\p{Sm}\p{Sc}]$/u;
const AFTER = /^[\s\p{Pe}\p{Pi}\p{Pf}\p{Pd}"',;:.!?*_~]$|^(?![\0-\x7F])[\p{Po}\p{So}\p{Sm}\p{Sc}]$/u;

export function isWordCharacter(character: string): boolean {
  return WORD.test(character) && !EMOJI_MARK.test(character);
}

/** A letter or digit beside which a shortcode, an address or `**` is part of a longer word. */
export function isFormulaCharacter(character: string): boolean {
  return FORMULA.test(character) && isWordCharacter(character);
}

/**
 * Whether a marker can open behind a character; an empty one is the beginning. Within words it can only where `within` allows it: in scripts
 * that set no spaces between words, or join words that others set apart.
 */
export function opensAfter(character: string, within: boolean): boolean {
  if (character === '' || BEFORE.test(character)) return true;
  return within && isWordCharacter(character) && !isFormulaCharacter(character);
}

export function closesBefore(character: string, within: boolean): boolean {
  if (character === '' || AFTER.test(character)) return true;
  return within && isWordCharacter(character) && !isFormulaCharacter(character);
}

export function characterBefore(text: string, index: number): string {
  const last = text.charCodeAt(index - 1);
  const isPair = last >= 0xdc00 && last <= 0xdfff && index > 1;
  return text.slice(Math.max(0, index - (isPair ? 2 : 1)), index);
}

export function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
