import type { Quote } from '../../core/graphql/model';
import { markdownToText } from '../../shared/text/markdown';
import { formatMessage } from '../../shared/language/format-message';

const MAX_LENGTH = 160;

/** What a quote says of a message: how it begins, in one line. */
export function quoteText({ body, deletedAt, attachments }: Quote): string {
  if (deletedAt !== null) return $localize`This message was deleted.`;
  // The beginning is enough: the whole may be thousands of lines long.
  const words = markdownToText(body.slice(0, 4 * MAX_LENGTH))
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return filesInText(attachments);
  const letters = Array.from(words);
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join('').trimEnd()} …` : words;
}

function filesInText(files: Quote['attachments']): string {
  const [first, ...more] = files;
  if (more.length === 0) return first?.name ?? '';
  return formatMessage($localize`{count, plural, =1 {1 file} other {# files}}`, { count: files.length });
}
