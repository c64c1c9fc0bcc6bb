import { onlyIfChanged } from './fingerprint.mjs';
import { runTool } from './tool.mjs';

const inputs = ['bench', 'tsconfig.json', 'package-lock.json', 'scripts/build/bench.mjs'];

export function buildBench() {
  return onlyIfChanged({ stamp: 'dist/.bench-inputs', inputs, output: 'dist/bench/main.js' }, async () => {
    console.log('Building the benchmark.');
    await runTool('tsc', ['-p', 'bench/tsconfig.json']);
  });
}
