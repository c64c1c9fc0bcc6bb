import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

it('npx nest build makes of the sources what the project’s own build makes of them', () => {
  const place = aPlaceForABuild();
  const built = join(place, 'server');
  const options = { rootDir: resolve('src'), outDir: built, tsBuildInfoFile: join(place, 'notes'), declaration: false };
  const configuration = {
    extends: resolve('tsconfig.json'),
    compilerOptions: options,
    include: [resolve('src/**/*.ts')],
  };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(configuration));
  // It takes the path for one from here.
  const path = relative('.', join(place, 'tsconfig.json'));
  execFileSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--path', path]);
  const programs = programsIn(built);
  expect(programs).toContain('main.js');
  expect(programs).toEqual(programsIn('dist/server'));
  for (const name of programs)
    expect(readFileSync(join(built, name), 'utf8'), name).toBe(readFileSync(join('dist/server', name), 'utf8'));
}, 300_000);

/** Below the packages: from there the compiler finds them as it does from the root. */
function aPlaceForABuild(): string {
  mkdirSync('node_modules/.cache', { recursive: true });
  const place = mkdtempSync(resolve('node_modules/.cache/nest-'));
  onTestFinished(() => {
    rmSync(place, { recursive: true, force: true });
  });
  return place;
}

function programsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .toSorted();
}
