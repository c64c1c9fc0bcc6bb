export function bodyOf(number: number): string {
  return `This is what was said as number ${String(number)}, on an evening like many others, about a book.`;
}
