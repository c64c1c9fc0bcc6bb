import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { post } from '../support/requests/graphql.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';

// Each test starts whole processes, some of them several.
vi.setConfig({ testTimeout: 90_000 });

describe('a server that cannot start says why in one line, and exits with status 1', () => {
  it('because its port is in use', async () => {
    await using other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? String(address.port) : '';
    expect(await failure({ PORT: port })).toBe(
      `Port ${port} is in use. Stop what uses it, or set PORT to another one.\n`,
    );
  });

  it('because no such address is its own', async () => {
    expect(await failure({ HOST: '192.0.2.1' })).toMatch(/^.*192\.0\.2\.1.*HOST.*\n$/);
    expect(await failure({ HOST: 'chat.invalid' })).toMatch(/^.*chat\.invalid.*HOST.*\n$/);
  });

  it('because a file stands where its folders should be', async () => {
    const { path } = aFolder();
    const file = join(path, 'a-file');
    writeFileSync(file, 'in the way');
    expect(await failure({ UPLOADS_DIR: join(file, 'uploads') })).toMatch(/^.*UPLOADS_DIR.*\n$/);
    expect(await failure({ DATABASE_URL: `sqlite:${join(file, 'tertulia.db')}` })).toMatch(/^.*DATABASE_URL.*\n$/);
  });

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)('because a folder may not be written to', async () => {
    const { path } = aFolder();
    const folder = join(path, 'locked');
    mkdirSync(folder, { mode: 0o500 });
    expect(await failure({ UPLOADS_DIR: join(folder, 'uploads') })).toMatch(/^.*cannot be written to.*\n$/);
    expect(await failure({ DATABASE_URL: `sqlite:${join(folder, 'tertulia.db')}` })).toMatch(/^.*DATABASE_URL.*\n$/);
  });

  // A folder that is there, and takes no file from anybody.
  it.skipIf(process.platform !== 'linux')('because its database cannot be made where it should be', async () => {
    const DATABASE_URL = 'sqlite:/proc/tertulia.db';
    expect(await failure({ DATABASE_URL })).toMatch(/^.*\/proc.* cannot be written to.*DATABASE_URL.*\n$/);
    expect(await failure({ DATABASE_URL, JWT_SECRET: 'x'.repeat(32) })).toMatch(/^.*DATABASE_URL.*\n$/);
  });

  it('because its database is something else', async () => {
    const { path } = aFolder();
    const file = join(path, 'letter.txt');
    writeFileSync(file, 'Dear Ada,\n'.repeat(500));
    expect(await failure({ DATABASE_URL: `sqlite:${file}` })).toMatch(
      /^The database cannot be opened .*DATABASE_URL.*\n$/,
    );
    expect(readFileSync(file, 'utf8')).toBe('Dear Ada,\n'.repeat(500));
  });

  it('because its database is from a newer version, and touches nothing in it', async () => {
    const { settings } = aFolder();
    await startedAndStopped(settings);
    const file = settings.DATABASE_URL?.replace('sqlite:', '') ?? '';
    inDatabase(file, "insert into mikro_orm_migrations (name, executed_at) values ('9999-from-the-future', 0)");
    const before = readFileSync(file);
    expect(await failure(settings)).toBe(
      'The database is from a newer version of Tertulia (it has 9999-from-the-future). Update the server, or restore a backup.\n',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('for each setting that makes no sense, all told together', async () => {
    const said = await failure({ PORT: 'eighty', GUESTS: 'maybe', PUBLIC_URL: 'chat', JWT_SECRET: 'short' });
    const named = said
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(named).toEqual(['PORT', 'PUBLIC_URL', 'JWT_SECRET', 'GUESTS']);
    expect(said).not.toContain('short\n');
  });
});

describe('a server that starts', () => {
  it('prints one plain line with its address, and nothing else that is not JSON', async () => {
    const server = ServerProcess.start(aFolder().settings);
    const url = await server.url();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await post(url, '{ viewer { user { id } } }');
    server.stop();
    expect(await server.exited).toBe(0);
    const lines = server.stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([
      expect.stringContaining(`Tertulia is ready at ${url} `),
    ]);
    for (const line of lines.filter((text) => text.startsWith('{'))) expect(JSON.parse(line)).toHaveProperty('level');
    expect(server.stderr).toBe('');
  });

  it('keeps a secret of its own beside the database, for its owner’s eyes alone, and makes it once', async () => {
    const { path, settings } = aFolder();
    await startedAndStopped(settings);
    const file = join(path, 'data', 'jwt-secret');
    const secret = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(secret.trim().length).toBeGreaterThanOrEqual(64);
    await startedAndStopped(settings);
    expect(readFileSync(file, 'utf8')).toBe(secret);
  });

  it('keeps the data for its owner’s eyes alone, also while it writes', async () => {
    const { path, settings } = aFolder();
    const server = ServerProcess.start(settings);
    await server.url();
    const folder = join(path, 'data');
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['tertulia.db', 'tertulia.db-wal', 'tertulia.db-shm']));
    for (const file of [join(path, 'uploads'), folder, ...files.map((name) => join(folder, name))])
      expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
  });

  it('leaves the rights of a folder as somebody gave them', async () => {
    const { path, settings } = aFolder();
    mkdirSync(join(path, 'data'));
    chmodSync(join(path, 'data'), 0o750);
    await startedAndStopped(settings);
    expect(statSync(join(path, 'data')).mode & 0o777).toBe(0o750);
  });

  it('does not start twice on one database, whatever links lead to it', async () => {
    const { path, settings } = aFolder();
    await startedAndStopped(settings);
    mkdirSync(join(path, 'elsewhere'));
    const link = join(path, 'elsewhere', 'link.db');
    symlinkSync(join(path, 'data', 'tertulia.db'), link);
    const first = ServerProcess.start({ ...settings, DATABASE_URL: `sqlite:${link}` });
    await first.url();
    const second = ServerProcess.start(settings);
    expect(await second.exited).toBe(1);
    expect(second.stderr).toMatch(/^Another Tertulia is using the database .*\n$/);
    expect(readdirSync(join(path, 'elsewhere'))).toEqual(['link.db']);
  });

  it('makes another secret where a crash left an empty one, and leaves nothing else lying there', async () => {
    const { path, settings } = aFolder();
    const folder = join(path, 'data');
    mkdirSync(folder);
    writeFileSync(join(folder, 'jwt-secret'), '');
    await startedAndStopped(settings);
    expect(readFileSync(join(folder, 'jwt-secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(64);
    expect(readdirSync(folder).filter((name) => name.startsWith('jwt-secret'))).toEqual(['jwt-secret']);
  });

  it('makes no secret where one is set', async () => {
    const { path, settings } = aFolder();
    await startedAndStopped({ ...settings, JWT_SECRET: 'x'.repeat(32) });
    expect(() => statSync(join(path, 'data', 'jwt-secret'))).toThrow('ENOENT');
  });

  it('says in its log when the limits are off', async () => {
    const server = ServerProcess.start({ ...aFolder().settings, RATE_LIMITS: 'off' });
    await server.url();
    server.stop();
    await server.exited;
    expect(server.stdout).toMatch(/RATE_LIMITS/);
  });
});

/** What a server that does not start says on standard error. */
async function failure(environment: Record<string, string>): Promise<string> {
  const server = ServerProcess.start({ ...aFolder().settings, ...environment });
  expect(await server.exited).toBe(1);
  expect(server.stdout).toBe('');
  return server.stderr;
}

async function startedAndStopped(environment: Record<string, string>): Promise<void> {
  const server = ServerProcess.start(environment);
  await server.url();
  server.stop();
  expect(await server.exited).toBe(0);
}

function inDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
