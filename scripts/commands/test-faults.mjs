import { run as test } from './test.mjs';

/** The protections against accidents, with all their rounds. `npm test` runs the same with fewer. */
export async function run(args) {
  process.env.THOROUGH = 'yes';
  await test(['--project', 'faults', ...args]);
}
