import { contest } from './contest.js';
import { machine, moveToCoreOfLoad } from './machine.js';
import { readOptions } from './options.js';
import { table } from './report/table.js';
import { WORKS } from './works/index.js';

const { quick, runs, only } = readOptions(process.argv.slice(2));
const works = WORKS.filter(({ name }) => only?.includes(name) ?? true);

moveToCoreOfLoad();
console.log(`${machine()}; ${String(runs)} ${runs === 1 ? 'run' : 'runs'}${quick ? ', quick: fewer and shorter' : ''}`);
const results = await contest(works, { runs, quick });
console.log(`\n${table(works, results)}`);
process.exit(0);
