import { batched, raw } from '../contestants/handwritten.js';
import { ours } from '../contestants/ours.js';
import { fanOut } from './fan-out.js';
import { readHistory } from './history.js';
import type { Measures, Work } from './work.js';

export const SUBSCRIBERS = [10, 100, 500, 1000, 2000];
export const STORED = [1000, 10_000, 100_000, 1_000_000];
const DELIVERIES = 100_000;

/** What is drawn, and not in the table. */
export const growthOfAudience: Work = {
  name: 'growth-audience',
  contestants: [raw, batched, ours],
  contestantsOfQuick: [],
  rows: [],
  isRunOnce: true,
  run: (contestant, circumstances) =>
    forEach(SUBSCRIBERS, async (subscribers) => {
      const messages = Math.min(1000, circumstances.amount(DELIVERIES, DELIVERIES / 20) / subscribers);
      const { cpu } = await fanOut(contestant, circumstances, { subscribers, messages, inFlight: 1 });
      return { cpu };
    }),
};

export const growthOfHistory: Work = {
  name: 'growth-history',
  contestants: [raw, ours],
  contestantsOfQuick: [],
  rows: [],
  isRunOnce: true,
  run: (contestant, circumstances) =>
    forEach(STORED, async (messages) => {
      const { latest, middle } = await readHistory(contestant, circumstances, messages);
      return { latest, middle };
    }),
};

/** The measures of each size, with the size in their names. */
async function forEach(
  sizes: readonly number[],
  measure: (size: number) => Promise<Record<string, number | undefined>>,
): Promise<Measures> {
  const all: Record<string, number> = {};
  for (const size of sizes) {
    for (const [name, value] of Object.entries(await measure(size))) all[measureAt(name, size)] = value ?? NaN;
  }
  return all;
}

export function measureAt(name: string, size: number): string {
  return `${name} at ${String(size)}`;
}
