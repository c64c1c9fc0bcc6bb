import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Action } from './action.js';

const FILE = new URL('../../faults/failed-cases.json', import.meta.url);

const PATIENCE = 60_000;

/** A run that failed once, with what was left of it when it could not be made shorter. */
interface FailedCase {
  readonly test: string;
  readonly seed: number;
  readonly path: string;
  readonly actions: readonly Action[];
}

/**
 * Tries what has ever failed first, and then what nobody has thought of. Whatever fails is written down by itself, in a file that is
 * committed; where the model itself was wrong, its entry is taken out by hand.
 */
export async function holdsForAll(
  test: string,
  action: fc.Arbitrary<Action>,
  numRuns: number,
  holds: (actions: readonly Action[]) => Promise<void>,
): Promise<void> {
  for (const failed of failedCases().filter((one) => one.test === test)) await holds(failed.actions);
  const property = fc.asyncProperty(
    fc.array(action, { minLength: 1, maxLength: 100, size: 'max' }),
    withinPatience(holds),
  );
  // Without a bias to short lists: little happens in those.
  const details = await fc.check(property, {
    numRuns,
    ...seedOf(process.env.SEED),
  });
  if (!details.failed) return;
  if (details.counterexample) {
    const [actions] = details.counterexample;
    keep({ test, seed: details.seed, path: details.counterexamplePath, actions });
  }
  throw new Error(await fc.asyncDefaultReportMessage(details), { cause: details.errorInstance });
}

/** What failed is made shorter for a while, and then shown as it is. */
function withinPatience(
  holds: (actions: readonly Action[]) => Promise<void>,
): (actions: readonly Action[]) => Promise<void> {
  let giveUpAt = Infinity;
  return async (actions) => {
    if (performance.now() > giveUpAt) return;
    try {
      await holds(actions);
    } catch (error) {
      giveUpAt = Math.min(giveUpAt, performance.now() + PATIENCE);
      throw error;
    }
  };
}

function failedCases(): FailedCase[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as FailedCase[]) : [];
}

function keep(failed: FailedCase): void {
  writeFileSync(FILE, `${JSON.stringify([...failedCases(), failed], undefined, 2)}\n`);
}

function seedOf(text: string | undefined): { seed?: number } {
  return text === undefined ? {} : { seed: Number(text) };
}
