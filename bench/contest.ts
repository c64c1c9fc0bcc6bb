import { Meter } from './measure/meter.js';
import type { Contestant } from './contestants/contestant.js';
import { Results } from './report/results.js';
import type { Circumstances, Work } from './works/work.js';

/** Run 1 of every server, then run 2: what disturbs the machine for a minute disturbs all of them. */
export async function contest(
  works: readonly Work[],
  { runs, quick, only }: { runs: number; quick: boolean; only: readonly string[] | undefined },
): Promise<Results> {
  const results = new Results();
  const circumstances = { meter: new Meter(), amount: amounts(quick) };
  for (const work of works) {
    const contestants = takingPart(work, { quick, only });
    for (let run = 1; run <= runs; run += 1) {
      const again = contestants.filter((contestant) => run === 1 || !(work.isRunOnce ?? contestant.isRunOnce));
      for (const contestant of again) await runOnce(work, contestant, circumstances, results);
    }
  }
  return results;
}

/** Whoever is named takes part where there is a minute too, except in works that have no place in it. */
function takingPart(
  work: Work,
  { quick, only }: { quick: boolean; only: readonly string[] | undefined },
): readonly Contestant[] {
  const ofQuick = quick ? work.contestantsOfQuick : undefined;
  if (!only) return ofQuick ?? work.contestants;
  return ofQuick?.length === 0 ? [] : work.contestants.filter(({ name }) => only.includes(name));
}

export function amounts(quick: boolean): Circumstances['amount'] {
  return (full, less) => (quick ? less : full);
}

async function runOnce(
  work: Work,
  contestant: Contestant,
  circumstances: Circumstances,
  results: Results,
): Promise<void> {
  const begun = performance.now();
  const measures = await work.run(contestant, circumstances);
  results.add(work.name, contestant.name, measures);
  const figures = Object.entries(measures).map(([name, value]) => `${name} ${value.toPrecision(4)}`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${work.name}: ${contestant.name}: ${figures.join(', ')} (${seconds} s)`);
}
