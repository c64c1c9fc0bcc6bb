import { compressFiles } from './compressed.mjs';
import { onlyIfChanged } from './fingerprint.mjs';
import { runNode, runToolQuietly } from './tool.mjs';

export const CLIENT_STAMP = 'dist/.client-inputs';

const inputs = [
  'client',
  'src/markdown',
  'src/rules',
  'angular.json',
  'schema.graphql',
  'package.json',
  'package-lock.json',
  'scripts/codegen.mjs',
  'scripts/build/client.mjs',
  'scripts/build/compressed.mjs',
];

export function buildClient() {
  return onlyIfChanged({ stamp: CLIENT_STAMP, inputs, output: 'dist/client/browser/index.html' }, async () => {
    console.log('Building the client.');
    await runNode(['scripts/codegen.mjs']);
    await runToolQuietly('ng', ['build', '--no-progress']);
    await compressFiles('dist/client/browser');
  });
}
