import { fromRoot } from '../bootstrap/root.mjs';
import { JOINED_TRANSLATIONS, joinTranslations } from '../languages/translations.mjs';
import { compressFiles } from './compressed.mjs';
import { dropFilesOf, keepFiles } from './earlier.mjs';
import { onlyIfChanged } from './fingerprint.mjs';
import { runNode, runToolQuietly } from './tool.mjs';

export const CLIENT_STAMP = 'dist/.client-inputs';

const BUILT = 'dist/client/browser';
/** Beside the build, which clears its own folder. */
const EARLIER = 'dist/earlier-client';

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
  'scripts/build/earlier.mjs',
  'scripts/languages/translations.mjs',
];

export function buildClient() {
  return onlyIfChanged({ stamp: CLIENT_STAMP, inputs, output: `${BUILT}/index.html` }, async () => {
    console.log('Building the client.');
    await runNode(['scripts/codegen.mjs']);
    joinTranslations(JOINED_TRANSLATIONS);
    await keepFiles(fromRoot(BUILT), fromRoot(EARLIER));
    await runToolQuietly('ng', ['build', '--no-progress']);
    await compressFiles(BUILT);
    await dropFilesOf(fromRoot(BUILT), fromRoot(EARLIER));
  });
}
