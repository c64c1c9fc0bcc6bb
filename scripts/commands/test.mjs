import { parseCLI, startVitest } from 'vitest/node';
import { root } from '../bootstrap/root.mjs';
import { build } from '../build/build.mjs';

export async function run(args) {
  await build();
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest('test', filter, { ...options, root });
  await vitest.close();
  const { passed, failed, skipped } = count(vitest.state);
  // Once more at the very end: where a log is cut, this is what is left of it.
  for (const name of failedIn(vitest.state)) console.log(`FAILED ${name}`);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** What breaks outside a test (a file that does not load, a failing hook, a stray rejection) is a failure too: the last line never looks better than the run. */
function count(state) {
  const modules = state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state);
  const containers = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const broken = containers.filter((container) => container.errors().length > 0).length;
  const having = (...states) => tests.filter((test) => states.includes(test)).length;
  return {
    passed: having('passed'),
    failed: having('failed') + broken + state.getUnhandledErrors().length,
    skipped: having('skipped', 'pending'),
  };
}

function failedIn(state) {
  return state.getTestModules().flatMap((module) => {
    const tests = [...module.children.allTests('failed')].map((test) => `${module.relativeModuleId}: ${test.fullName}`);
    const broken = [module, ...module.children.allSuites()].some((container) => container.errors().length > 0);
    return broken ? [module.relativeModuleId, ...tests] : tests;
  });
}
