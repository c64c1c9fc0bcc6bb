/** Which of two comes first, of texts that nobody reads: times and ids, as the server writes them. */
export function compareCodes(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
