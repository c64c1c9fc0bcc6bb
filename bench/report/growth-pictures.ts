import { median } from '../measure/statistics.js';
import { growthOfAudience, growthOfHistory, measureAt, STORED, SUBSCRIBERS } from '../works/growth.js';
import { type Line, svgOf } from './picture.js';
import type { Results } from './results.js';

export function pictureOfAudience(results: Results): string {
  return svgOf({
    title: 'What one delivery costs as the audience grows',
    up: 'server CPU, µs per delivery, one message in flight',
    across: 'subscribers of the room',
    lines: growthOfAudience.contestants.map(({ name }) =>
      line(name, SUBSCRIBERS, (size) => results.of(growthOfAudience.name, name, measureAt('cpu', size))),
    ),
  });
}

export function pictureOfHistory(results: Results): string {
  return svgOf({
    title: 'How long a page of 50 takes as the history grows',
    up: 'p50, ms, one reader',
    across: 'stored messages',
    lines: growthOfHistory.contestants.flatMap(({ name }) =>
      ['latest', 'middle'].map((page) =>
        line(`${name}, ${page}`, STORED, (size) => results.of(growthOfHistory.name, name, measureAt(page, size))),
      ),
    ),
  });
}

function line(name: string, sizes: readonly number[], runsAt: (size: number) => number[]): Line {
  const measured = sizes.map((size) => ({ size, runs: runsAt(size) })).filter(({ runs }) => runs.length > 0);
  const points = measured.map(({ size, runs }) => {
    return { x: size, y: median(runs), least: Math.min(...runs), most: Math.max(...runs) };
  });
  return { name, points };
}
