/** By how many characters a text is too long, counted as the server counts them; nothing or less where it is not. */
export function charactersOver(text: string, max: number): number {
  // An emoji is two units: only what could be too long is counted.
  return text.length <= max ? text.length - max : characters(text) - max;
}

function characters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; count += 1) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
