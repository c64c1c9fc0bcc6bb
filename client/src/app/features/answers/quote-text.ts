import type { Quote } from '../../core/graphql/model';
import { markdownToText } from '../../shared/text/markdown';

const MAX_LENGTH = 160;

/** What a quote says of a message: how it begins, in one line. */
export function quoteText({ body, deletedAt, attachments }: Quote): string {
  if (deletedAt !== null) return 'This message was deleted.';
  // The beginning is enough: the whole may be thousands of lines long.
  const words = markdownToText(body.slice(0, 4 * MAX_LENGTH))
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '')
    return attachments.length > 1 ? `${String(attachments.length)} files` : (attachments[0]?.name ?? '');
  const letters = Array.from(words);
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join('').trimEnd()} …` : words;
}
