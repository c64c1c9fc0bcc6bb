import { isFormulaCharacter, isWordCharacter } from '#markdown';

/** What stands in a box, and what is selected of it. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What to write in place of what stands between two positions, and what to select then. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly selection: { readonly from: number; readonly to: number };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function applied({ text }: Selected, edit: Edit): Selected {
  return { text: text.slice(0, edit.from) + edit.text + text.slice(edit.to), ...edit.selection };
}

/** The selected words without the spaces around them; where nothing is selected, the word at the caret, or nothing. */
export function wordsOf({ text, from, to }: Selected): Span {
  const selected = text.slice(from, to);
  if (selected.trim() !== '') {
    const start = from + selected.length - selected.trimStart().length;
    return { from: start, to: start + selected.trim().length };
  }
  let start = from;
  let end = from;
  while (isWordCharacter(text.charAt(start - 1))) start -= 1;
  while (isWordCharacter(text.charAt(end))) end += 1;
  return { from: start, to: end };
}

/** To the edges of the words that it begins or ends within: a marker inside of one would be text. */
export function toWordEdges(text: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (isInWord(text, start)) start -= 1;
  while (isInWord(text, end)) end += 1;
  return { from: start, to: end };
}

function isInWord(text: string, at: number): boolean {
  return isFormulaCharacter(text.charAt(at - 1)) && isFormulaCharacter(text.charAt(at));
}

/** The whole lines that a selection touches. One that ends right behind a line break does not touch what follows. */
export function linesOf({ text, from, to }: Selected): Span {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const last = to > from && text.charAt(to - 1) === '\n' ? to - 1 : to;
  const end = text.indexOf('\n', last);
  return { from: from === 0 ? 0 : start, to: end === -1 ? text.length : end };
}
