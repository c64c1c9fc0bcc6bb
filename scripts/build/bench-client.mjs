import { onlyIfChanged } from './fingerprint.mjs';
import { runTool } from './tool.mjs';

const inputs = [
  'bench',
  'test/support/browser',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build/bench-client.mjs',
];

export const BENCH_CLIENT = 'dist/bench-client/bench/client/main.js';

export function buildBenchClient() {
  return onlyIfChanged({ stamp: 'dist/.bench-client-inputs', inputs, output: BENCH_CLIENT }, async () => {
    console.log('Building the benchmark of the client.');
    await runTool('tsc', ['-p', 'bench/client/tsconfig.json']);
  });
}
