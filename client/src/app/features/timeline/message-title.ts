import { markdownToText } from '../../shared/text/markdown';
import type { TimelineMessage } from './timeline.types';

const MAX_LENGTH = 40;

/** A message in a few words: whose it is, and how it begins. */
export function messageTitle({ author, mine, body, attachments }: TimelineMessage): string {
  // The beginning is enough to find it: the whole may be thousands of lines long.
  const words = markdownToText(body.slice(0, 4 * MAX_LENGTH)) || (attachments[0]?.name ?? '');
  const name = author.displayName;
  if (words === '') return mine ? $localize`your message` : $localize`${name}:name:’s message`;
  return mine
    ? $localize`your message “${shortened(words)}:words:”`
    : $localize`${name}:name:’s message “${shortened(words)}:words:”`;
}

function shortened(words: string): string {
  const letters = Array.from(words);
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join('').trimEnd()} …` : words;
}
