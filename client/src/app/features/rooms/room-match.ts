/** The server's rule for finding rooms, so that the viewer's own list answers alike: each word starts a word of the text. */
export function startsAnyWord(query: string, text: string): boolean {
  const there = words(text);
  return words(query).every((wanted) => there.some((word) => word.startsWith(wanted)));
}

function words(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
