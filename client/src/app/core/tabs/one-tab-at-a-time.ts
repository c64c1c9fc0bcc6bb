/** In milliseconds: a tab that sleeps holds up the others no longer than this. */
const PATIENCE = 3_000;

/** Does something while no other tab does anything of this name, as far as the browser lets tabs know of each other. */
export async function oneTabAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator.locks !== 'object') return work();
  let begun: Promise<T> | undefined;
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, () => (begun = work()));
  } catch {
    return begun ?? work();
  }
}
