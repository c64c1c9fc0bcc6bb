import { run as test } from './test.mjs';

/** The client in a real browser, with all cases. `npm test` runs the same with fewer. */
export async function run(args) {
  process.env.THOROUGH = 'yes';
  await test(['--project', 'e2e', ...args]);
}
