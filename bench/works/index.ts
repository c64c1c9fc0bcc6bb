import { fanOutOfOne, fanOutOfSixteen } from './fan-out.js';
import type { Work } from './work.js';

export const WORKS: readonly Work[] = [fanOutOfOne, fanOutOfSixteen];

export function workNamed(name: string): Work {
  const work = WORKS.find((candidate) => candidate.name === name);
  if (!work) throw new Error(`There is no work "${name}", only ${WORKS.map((known) => known.name).join(', ')}.`);
  return work;
}
