import { contest } from './contest.js';
import { machine, moveToCoreOfLoad } from './machine.js';
import { readOptions } from './options.js';
import { profile } from './profile/profile.js';
import { table } from './report/table.js';
import { workNamed, WORKS } from './works/index.js';

const options = readOptions(process.argv.slice(2));
moveToCoreOfLoad();
if (options.profile === undefined) await compare();
else console.log(await profile(workNamed(options.profile), options));
process.exit(0);

async function compare(): Promise<void> {
  const { quick, runs, only } = options;
  const works = only?.map(workNamed) ?? WORKS;
  console.log(
    `${machine()}; ${String(runs)} ${runs === 1 ? 'run' : 'runs'}${quick ? ', quick: fewer and shorter' : ''}.\n`,
  );
  const results = await contest(works, { runs, quick });
  console.log(`\n${table(works, results)}`);
}
