import type { ReadMark } from '../../feed/chat-state';

/** What decides where the line stands above what is new. */
export interface Reading {
  /** How far the viewer has read; null before that is known. */
  readonly mark: ReadMark | null;
  /** Whether they see the end just now. */
  readonly isReading: boolean;
  /** How many of their own messages wait to be sent from here. */
  readonly waiting: number;
}

/**
 * From which number on messages are new to the reader; null where there is no line. It stands where they left off, stays there while they read on, and
 * moves once they have left again and something else was said. What arrives before their eyes needs none.
 */
export function newLine(now: Reading, before: Reading | null, line: number | null): number | null {
  const { mark } = now;
  if (mark === null) return null;
  if (before?.mark && mark.lastReadNumber < before.mark.lastReadNumber) return mark.lastReadNumber + 1;
  // Who writes below what was new has seen it.
  if (before && now.waiting > before.waiting) return null;
  if (mark.unreadCount > 0 && !now.isReading) return mark.lastReadNumber + 1;
  return line;
}
