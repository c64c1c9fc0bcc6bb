import { contest } from './contest.js';
import { machine, moveToCoreOfLoad } from './machine.js';
import { readOptions } from './options.js';
import { profile } from './profile/profile.js';
import { writePerformancePage, writeProfilePage } from './report/performance-page.js';
import { tables } from './report/table.js';
import { CAN_DELAY } from './servers/disk.js';
import { sectionsOf, WORKS, workNamed } from './works/index.js';

const PROFILED = [
  'fan-out-1',
  'fan-out-16',
  'many-rooms-1',
  'many-rooms-16',
  'sends',
  'lone-send',
  'connect',
  'history',
];

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
  if (!CAN_DELAY) console.log('Without strace nothing delays a disk: the rows of a slow one are left out.');
  const results = await contest(works, { runs, quick, only: contestants });
  console.log(`\n${tables(sectionsOf(works), results)}`);
  if (quick || only || contestants) return;
  await writePerformancePage(sectionsOf(works), results, runs);
  const sections: string[] = [];
  for (const name of PROFILED) sections.push(await profile(workNamed(name), { quick }));
  await writeProfilePage(sections);
}
