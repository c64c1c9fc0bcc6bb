const AT_ONCE = 50;

/** Does something `count` times, a bounded number of them at once, and gives the results in order. */
export async function inParallel<T>(
  count: number,
  work: (index: number) => Promise<T>,
  { atOnce = AT_ONCE }: { atOnce?: number } = {},
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
  return results;
}
