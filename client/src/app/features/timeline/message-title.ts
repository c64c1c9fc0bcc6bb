import { markdownToText } from '../../shared/text/markdown';
import type { TimelineMessage } from './timeline.types';

const MAX_LENGTH = 40;

/** A message in a few words: whose it is, and how it begins. */
export function messageTitle({ author, mine, body, attachments }: TimelineMessage): string {
  const whose = mine ? 'your message' : `${author.displayName}’s message`;
  // The beginning is enough to find it: the whole may be thousands of lines long.
  const words = markdownToText(body.slice(0, 4 * MAX_LENGTH)) || (attachments[0]?.name ?? '');
  return words === '' ? whose : `${whose} “${shortened(words)}”`;
}

function shortened(words: string): string {
  const letters = Array.from(words);
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join('').trimEnd()} …` : words;
}
