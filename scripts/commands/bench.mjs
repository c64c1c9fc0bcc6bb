import { mkdirSync } from 'node:fs';
import { fromRoot } from '../bootstrap/root.mjs';
import { buildBench } from '../build/bench.mjs';
import { buildServer } from '../build/server.mjs';
import { runNode } from '../build/tool.mjs';

/** The web client is not measured, so it is not built. */
export async function run(args) {
  mkdirSync(fromRoot('dist'), { recursive: true });
  await Promise.all([buildServer(), buildBench()]);
  await runNode(['dist/bench/main.js', ...args], 'The benchmark');
}
