import { build } from '../build/build.mjs';
import { BENCH_CLIENT, buildBenchClient } from '../build/bench-client.mjs';
import { runNode } from '../build/tool.mjs';

/** What the client costs whoever uses it, in a real browser: docs/client.md. */
export async function run(args) {
  await build();
  await buildBenchClient();
  await runNode([BENCH_CLIENT, ...args], 'The benchmark of the client');
}
