/** A part of an e-mail, from top to bottom. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly words: string; readonly url: string };

/** What an e-mail says. Its layout, as text and as HTML, is the same for all. */
export interface WrittenMail {
  readonly subject: string;
  readonly parts: readonly Part[];
  /** Where its reader ends such e-mail, and in which words; null of what cannot be ended. */
  readonly unsubscribe: { readonly url: string; readonly words: string } | null;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** What changes the direction of the text after it, or ends an isolate. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A name, or anything else that somebody wrote, within a sentence of ours: in one line, and in its own direction (UAX 9). */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${inOneLine(text)}${POP_ISOLATE}`;
}

/** A line of ours that holds such names. In a subject, a line break would begin a header of somebody else's. */
export function withoutLineBreaks(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, ' ').trim();
}

function inOneLine(text: string): string {
  return withoutLineBreaks(text.replace(DIRECTION, ''));
}

/** As much of a text as there is room for, in whole characters and in one line. */
export function excerptOf(text: string, max: number): string {
  const line = inOneLine(text.slice(0, max * 4));
  const characters = Array.from(line);
  return characters.length > max ? `${characters.slice(0, max).join('')}…` : line;
}
