/** In characters, as the server counts them. */
export const MAX_BODY = 8_000;

/** More than this is not taken into a box at all: its text could not be cut by hand any more, and each key would be slower. In UTF-16 units. */
export const MAX_IN_BOX = 4 * MAX_BODY;

/** By how many characters a text is too long for a message; nothing or less where it is not. */
export function charactersOver(text: string): number {
  // An emoji is two units: only what could be too long is counted.
  return text.length <= MAX_BODY ? text.length - MAX_BODY : count(text) - MAX_BODY;
}

/** Why what is about to come into a box is not taken; null where it is. */
export interface Oversized {
  /** What would have to go into a file. */
  readonly text: string;
  /** It is all that the box would hold, not only what was to come in. */
  readonly isWhole: boolean;
}

/** Whether what is pasted, dropped or typed into a box goes in. A little too much does: it can be cut there. */
export function oversized(
  box: { value: string; selectionStart: number; selectionEnd: number },
  text: string,
): Oversized | null {
  if (charactersOver(text) > 0) return { text, isWhole: false };
  const { value, selectionStart, selectionEnd } = box;
  if (value.length - (selectionEnd - selectionStart) + text.length <= MAX_IN_BOX) return null;
  return { text: value.slice(0, selectionStart) + text + value.slice(selectionEnd), isWhole: true };
}

/** What an input is about to bring in, as text. */
export function incomingText({ data, dataTransfer }: InputEvent): string {
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}

function count(text: string): number {
  let characters = 0;
  for (let index = 0; index < text.length; characters += 1) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return characters;
}
