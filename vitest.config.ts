import { defineConfig } from 'vitest/config';

/** One project for each kind of test; `npm test -- --project realtime` runs one. */
const project = (name: string, include: string[]) => ({ extends: true as const, test: { name, include } });

export default defineConfig({
  resolve: {
    // Two copies of graphql do not know each other's types: the tests use the file that Node gives to the server.
    alias: [{ find: /^graphql$/, replacement: new URL('node_modules/graphql/index.js', import.meta.url).pathname }],
  },
  test: {
    pool: 'forks',
    // On two cores: many tests wait for a pause that is over by itself, or for a server that starts, while others can work.
    maxWorkers: 3,
    // Loading the server anew for each file would cost as much as half of the tests. Each file starts servers of its own all the same.
    isolate: false,
    testTimeout: 60_000,
    // A fact is waited for until it is there; only one that never comes costs this long.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    setupFiles: ['@angular/localize/init', 'test/support/servers/temporary-folder.ts', 'test/support/chance/seed.ts'],
    server: { deps: { external: [/\/dist\//, /\/node_modules\//] } },
    projects: [
      project('client', ['client/src/**/*.test.ts']),
      project('unit', ['test/unit/**/*.test.ts']),
      project('architecture', ['test/architecture/**/*.test.ts']),
      project('contracts', ['test/contracts/**/*.test.ts']),
      {
        extends: true,
        test: { name: 'features', include: ['test/features/**/*.test.ts'], exclude: ['test/features/demo.test.ts'] },
      },
      {
        extends: true,
        // A server in the same process keeps the picture library from reading SVG, which the demo and the tests in a browser make their pictures from.
        test: { name: 'demo', include: ['test/features/demo.test.ts'], isolate: true },
      },
      project('realtime', ['test/realtime/**/*.test.ts']),
      project('security', ['test/security/**/*.test.ts']),
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], isolate: true } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          isolate: true,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser uses more than one core by itself.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
