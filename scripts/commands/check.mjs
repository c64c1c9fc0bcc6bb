import { performance } from 'node:perf_hooks';
import { fromRoot } from '../bootstrap/root.mjs';
import { build } from '../build/build.mjs';
import { checkEnvExample } from '../build/env-example.mjs';
import { runNode, runTool } from '../build/tool.mjs';
import { checkPictures } from '../architecture/picture.mjs';
import { checkImports } from '../architecture/rules.mjs';
import { checkSchema } from '../build/schema.mjs';
import { checkReference } from '../docs/reference.mjs';
import { checkTranslations } from '../languages/check.mjs';
import { run as test } from './test.mjs';

const LINT_CACHE = fromRoot('node_modules/.cache/eslint');

const STEPS = {
  format: () => runTool('prettier', ['--check', '--log-level=warn', '--cache', '.']),
  // Before the build, which would write them anew and so hide that they were stale.
  "types of the client's documents": () => runNode(['scripts/codegen.mjs', '--check']),
  build,
  lint: () =>
    runTool('eslint', [
      '--max-warnings=0',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${LINT_CACHE}`,
      '.',
    ]),
  'types of the tests': () => runTool('tsc', ['-p', 'test/tsconfig.json']),
  'types of the benchmark': () => runTool('tsc', ['-p', 'bench/tsconfig.json', '--noEmit']),
  'types of the benchmark of the client': () => runTool('tsc', ['-p', 'bench/client/tsconfig.json', '--noEmit']),
  "types of the client's tests": () => runTool('tsc', ['-p', 'client/tsconfig.json']),
  translations: checkTranslations,
  imports: checkImports,
  'pictures of the imports': checkPictures,
  'schema.graphql': checkSchema,
  'docs/api': checkReference,
  '.env.example': checkEnvExample,
  tests: () => test([]),
};

/** Every step runs, whatever the one before it said: one run tells all there is to repair. */
export async function run() {
  const failed = [];
  for (const [name, step] of Object.entries(STEPS)) {
    const begun = performance.now();
    const holds = await succeeds(step);
    if (!holds) failed.push(name);
    console.log(`${holds ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  }
  if (failed.length > 0) console.log(`\nTo be repaired: ${failed.join(', ')}.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function succeeds(step) {
  process.exitCode = 0;
  try {
    await step();
  } catch (error) {
    console.error(error.plain ? error.message : error);
    return false;
  }
  return process.exitCode === 0;
}
