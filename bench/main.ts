import { contest } from './contest.js';
import { machine, moveToCoreOfLoad } from './machine.js';
import { readOptions } from './options.js';
import { profile } from './profile/profile.js';
import { writePerformancePage, writeProfilePage } from './report/performance-page.js';
import { table } from './report/table.js';
import { WORKS, workNamed } from './works/index.js';

const PROFILED = ['fan-out-1', 'fan-out-16', 'many-rooms', 'sends', 'connect', 'history'];

const { quick, runs, only, contestants, profile: profiled } = readOptions(process.argv.slice(2));
moveToCoreOfLoad();
// What was begun is tidied up at the exit, which a signal alone does not reach.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (profiled === undefined) await compare();
else console.log(await profile(workNamed(profiled), { quick }));
process.exit(0);

async function compare(): Promise<void> {
  const works = only?.map(workNamed) ?? WORKS;
  console.log(`${machine()}.`);
  if (quick)
    console.log('Quick: fewer clients and messages, shorter runs. Good for a first look, and not for the page.');
  const results = await contest(works, { runs, quick, only: contestants });
  console.log(`\n${table(works, results)}`);
  if (quick || only || contestants) return;
  await writePerformancePage(works, results, runs);
  const sections: string[] = [];
  for (const name of PROFILED) sections.push(await profile(workNamed(name), { quick }));
  await writeProfilePage(sections);
}
