/** Who is typing, in words: at most two by name. */
export function typingText(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return `${first} is typing`;
  if (names.length === 2) return `${first} and ${second} are typing`;
  return `${first}, ${second} and ${more(names.length - 2)} are typing`;
}

function more(count: number): string {
  return count === 1 ? 'one more' : `${String(count)} more`;
}
