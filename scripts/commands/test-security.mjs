import { run as test } from './test.mjs';

/** The protections against people, with all their samples. `npm test` runs the same with fewer. */
export async function run(args) {
  process.env.THOROUGH = 'yes';
  await test(['--project', 'security', ...args]);
}
