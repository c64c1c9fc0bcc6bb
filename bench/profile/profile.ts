import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { amounts } from '../contest.js';
import { ours, oursOverHttp } from '../contestants/ours.js';
import { Meter } from '../measure/meter.js';
import type { Work } from '../works/work.js';
import { summaryOf } from './summary.js';

const FOLDER = 'dist/profiles';
const PROFILED = [ours, oursOverHttp];

/** Does one work with our server alone, and says where its time went while it was measured. */
export async function profile(work: Work, { quick }: { quick: boolean }): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const sections: string[] = [];
  for (const contestant of PROFILED.filter((candidate) => work.contestants.includes(candidate))) {
    const file = join(FOLDER, `${work.name}-${contestant.name.replaceAll(' ', '-')}.cpuprofile`);
    const measures = await work.run(contestant, { meter: new Meter(file), amount: amounts(quick) });
    const figures = Object.entries(measures).map(([name, value]) => `${name} ${value.toPrecision(4)}`);
    sections.push(
      `## ${work.name}, ${contestant.name}`,
      `With the profiler on: ${figures.join(', ')}.`,
      summaryOf(file),
    );
    sections.push(`The profile itself, for a browser's developer tools: \`${file}\`.`);
  }
  return sections.join('\n\n');
}
