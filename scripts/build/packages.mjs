import { onlyIfChanged } from './fingerprint.mjs';
import { runTool } from './tool.mjs';

const inputs = ['packages', 'tsconfig.json', 'package-lock.json', 'scripts/build/packages.mjs'];

/** What others install: each is compiled into its own dist. */
export function buildPackages() {
  return onlyIfChanged({ stamp: 'dist/.packages-inputs', inputs, output: 'packages/sdk/dist/index.js' }, async () => {
    console.log('Building the packages.');
    await runTool('tsc', ['-b', 'packages']);
  });
}
