import { charactersOver } from '../../text/length';

/** Why what is about to come into a box is not taken; null where it is. */
export interface Oversized {
  /** What would have to go into a file. */
  readonly text: string;
  /** It is all that the box would hold, not only what was to come in. */
  readonly isWhole: boolean;
}

interface Box {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

/** What an input is about to bring in, as text. */
export function incomingText({ data, dataTransfer }: InputEvent): string {
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}

/** Whether what is pasted, dropped or typed into a box of at most `max` characters goes in. A little too much does: it can be cut there. */
export function oversized({ value, selectionStart, selectionEnd }: Box, text: string, max: number): Oversized | null {
  if (charactersOver(text, max) > 0) return { text, isWhole: false };
  if (value.length - (selectionEnd - selectionStart) + text.length <= roomIn(max)) return null;
  return { text: value.slice(0, selectionStart) + text + value.slice(selectionEnd), isWhole: true };
}

/** More than this is not taken into a box at all: its text could not be cut by hand any more, and each key would be slower. In UTF-16 units. */
function roomIn(max: number): number {
  return 4 * max;
}
