/** What a bot adds to a text that grows. */
export interface Piece {
  /** Where in the text it begins, in units of UTF-16. */
  readonly offset: number;
  readonly text: string;
}

/**
 * The text with a piece. What the piece repeats has to agree with what is there, and changes nothing: so a piece whose answer was lost is simply sent again.
 * Null where it does not agree, or where something between the text and the piece is missing.
 */
export function grownBy(text: string, { offset, text: added }: Piece): string | null {
  if (offset > text.length) return null;
  const repeated = text.slice(offset, offset + added.length);
  return added.startsWith(repeated) ? text + added.slice(repeated.length) : null;
}
