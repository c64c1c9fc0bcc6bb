import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { settingsIn } from '../support/backups.js';
import { aCast } from '../support/cast.js';
import type { Person } from '../support/person.js';
import { aServer } from '../support/server.js';

const server = await aServer();

test('the bot of the README says every message once, though it was killed and the server was restarted', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots welcome');
  await ben.joins(room);
  const first = aBotFor(ben);
  const opened = await first.notesCursor('');
  await ada.says('one', room);
  expect(await first.nextLine()).toBe('one');
  // Killed before it has noted how far it is, it would say the line again.
  await first.notesCursor(opened);
  await first.kill();

  await ada.says('two', room);
  await server.restart();
  await ada.says('three', room);

  const second = aBotFor(ben);
  expect(await second.nextLine()).toBe('two');
  expect(await second.nextLine()).toBe('three');
  await second.kill();
});

test('it begins anew where the server came back from a backup', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots return');
  await ben.joins(room);
  const bot = aBotFor(ben);
  const opened = await bot.notesCursor('');
  const archive = join(server.folder, 'backup.tar');
  await backUp(settingsIn(server.folder), archive);
  await ada.says('lost with the disk', room);
  expect(await bot.nextLine()).toBe('lost with the disk');
  const old = await bot.notesCursor(opened);

  await server.stop();
  await restore(settingsIn(server.folder), archive, { replace: true });
  await server.restart();
  await bot.notesCursor(old);
  await ada.says('after the restore', room);
  expect(await bot.nextLine()).toBe('after the restore');
  await bot.kill();
});

test('the README shows the bot as it is', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(readFileSync('examples/bot.ts', 'utf8'));
});

function aBotFor(person: Person) {
  const place = join(server.folder, `${person.username}.cursor`);
  const url = `${server.url.replace('http', 'ws')}/graphql`;
  const bot: ChildProcess = spawn(process.execPath, ['examples/bot.ts', url, person.accessToken, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = linesOf(bot);
  return {
    nextLine: async (): Promise<string | undefined> => {
      const line: IteratorResult<string, undefined> = await lines.next();
      return line.value;
    },
    /** Resolves with the cursor that it keeps, once that is another than this one. */
    notesCursor: (before: string) => noted(place, before),
    kill: async () => {
      bot.kill('SIGKILL');
      await once(bot, 'exit');
    },
  };
}

function linesOf({ stdout }: ChildProcess): AsyncIterator<string, undefined> {
  if (!stdout) throw new Error('The bot has no output.');
  const reader: Interface = createInterface(stdout);
  return reader[Symbol.asyncIterator]();
}

async function noted(place: string, before: string): Promise<string> {
  for (;;) {
    const cursor = kept(place);
    if (cursor !== '' && cursor !== before) return cursor;
    await setImmediate();
  }
}

/** The bot removes it when its cursor has expired, at any moment: whether it is there is only known by reading it. */
function kept(place: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
