import { formatMessage } from '../../shared/language/format-message';

/** Who is typing, in words: at most two by name. */
export function typingText(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return $localize`${first}:name: is typing`;
  if (names.length === 2) return $localize`${first}:first: and ${second}:second: are typing`;
  return formatMessage(
    $localize`{first}, {second} and {count, plural, =1 {one more are typing} other {# more are typing}}`,
    { first, second, count: names.length - 2 },
  );
}
