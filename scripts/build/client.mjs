import { fromRoot } from '../bootstrap/root.mjs';
import { JOINED_TRANSLATIONS, joinTranslations } from '../languages/translations.mjs';
import { compressFiles } from './compressed.mjs';
import { dropFilesOf, keepFiles } from './earlier.mjs';
import { onlyIfChanged } from './fingerprint.mjs';
import { notePreloads } from './preloads.mjs';
import { makeSmaller } from './smaller.mjs';
import { runNode, runToolQuietly } from './tool.mjs';

export const CLIENT_STAMP = 'dist/.client-inputs';

const BUILT = 'dist/client/browser';
/** Beside the build, which clears its own folder. */
const EARLIER = 'dist/earlier-client';

const inputs = [
  'client',
  'src/markdown',
  'src/rules',
  'packages/sdk/src/core',
  'angular.json',
  'schema.graphql',
  'package.json',
  'package-lock.json',
  'scripts/codegen.mjs',
  'scripts/build/client.mjs',
  'scripts/build/compressed.mjs',
  'scripts/build/earlier.mjs',
  'scripts/build/preloads.mjs',
  'scripts/build/smaller.mjs',
  'scripts/languages/translations.mjs',
];

/** By Rollup, which makes no chunk of its own for what is certainly loaded by then: half as many files come with the first screen. */
const CHUNKS = { NG_BUILD_CHUNKS_ROLLDOWN: '0' };

export function buildClient() {
  return onlyIfChanged({ stamp: CLIENT_STAMP, inputs, output: `${BUILT}/index.html` }, async () => {
    console.log('Building the client.');
    await runNode(['scripts/codegen.mjs']);
    joinTranslations(JOINED_TRANSLATIONS);
    await keepFiles(fromRoot(BUILT), fromRoot(EARLIER));
    await runToolQuietly('ng', ['build', '--no-progress', '--stats-json'], CHUNKS);
    notePreloads({ built: BUILT, stats: 'dist/client/browser-stats.json', note: 'dist/client/preloads.json' });
    await makeSmaller({ built: BUILT, note: 'dist/client/preloads.json' });
    await compressFiles(BUILT);
    await dropFilesOf(fromRoot(BUILT), fromRoot(EARLIER));
  });
}
