import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { backUp, restore } from '#server/backup/index.js';
import { settingsIn } from '../support/files/backups.js';
import { refreshSession, refreshTokenOf, signInOf } from '../support/people/accounts.js';
import { Bot, type Kept } from '../support/servers/bot.js';
import { aCast } from '../support/people/cast.js';
import { hearCommits } from '../support/servers/commits.js';
import { FlakyLine } from '../support/sockets/flaky-line.js';
import { dataOf, post } from '../support/requests/graphql.js';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

test('the bot of the README says every message once, though it was killed and the server was restarted', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots welcome');
  await ben.joins(room);
  const first = Bot.run(placeOf(ben), keptFor(ben));
  const opened = await first.notesCursor();
  await ada.says('one', room);
  expect(await first.nextLine()).toBe('one');
  // Killed before it has noted how far it is, it would say the line again.
  await first.notesCursor(opened);
  await first.kill();

  await ada.says('two', room);
  await server.restart();
  await ada.says('three', room);

  const second = Bot.run(placeOf(ben));
  expect(await second.nextLine()).toBe('two');
  expect(await second.nextLine()).toBe('three');
});

test('it goes on for an hour and more, over tokens that run out, and says that they do', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots stay');
  await ben.joins(room);
  const bot = Bot.run(placeOf(ben), keptFor(ben));
  await bot.notesCursor();
  const minutes = Array.from({ length: 33 }, (_, at) => String(at * 2));
  for (const minute of minutes) {
    server.clock.advance({ minutes: 2 });
    const now = await Person.signsIn(server, ada.username);
    await now.says(`${minute} before`, room);
    // What the server does every fifteen seconds; it hangs up where a token has run out.
    server.app.get(SocketServer).beat();
    await now.says(`${minute} after`, room);
    expect(await bot.nextLine()).toBe(`${minute} before`);
    expect(await bot.nextLine()).toBe(`${minute} after`);
  }
  // On a busy machine a connection may be lost besides; that is said, too.
  const ends = bot.complaints.split('\n').filter((line) => line.includes(' Closed with 4403 TOKEN_EXPIRED: '));
  expect(ends.length).toBeGreaterThanOrEqual(4);
  for (const end of ends) expect(end).toContain('The access token has expired.');
});

test('it outlives an answer that was lost to it, and its own death before it could write the new token down', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots survive');
  await ben.joins(room);
  const line = await FlakyLine.to(server);
  const first = Bot.run(placeOf(ben), keptFor(ben, line.url));
  await first.notesCursor();
  await first.kill();
  const { refreshToken } = first.kept;
  line.loses((data) => data.includes('refreshSession'));
  const traded = Promise.withResolvers<null>();
  const listening = hearCommits(() => {
    traded.resolve(null);
  });
  const second = Bot.run(placeOf(ben));
  await traded.promise;
  listening[Symbol.dispose]();
  await second.kill();
  expect(second.kept.refreshToken).toBe(refreshToken);

  await ada.says('Are you there?', room);
  line.isMended();
  server.clock.advance({ seconds: 11 });
  const third = Bot.run(placeOf(ben));
  expect(await third.nextLine()).toBe('Are you there?');
  expect(third.kept.refreshToken).not.toBe(refreshToken);
  expect(third.complaints).toBe('');
});

test('it notices a connection that died without a word', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots listen');
  await ben.joins(room);
  const line = await FlakyLine.to(server);
  const bot = Bot.run(placeOf(ben), keptFor(ben, line.url));
  await bot.notesCursor();
  line.loses();
  await ada.says('Hello?', room);
  await bot.complainsOf('4499');
  line.isMended();
  expect(await bot.nextLine()).toBe('Hello?');
});

test('it says what is wrong while nothing answers, no faster than once a second, and goes on when something does', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots wait');
  await ben.joins(room);
  const bot = Bot.run(placeOf(ben), keptFor(ben));
  await bot.notesCursor();
  await server.stop();
  await bot.complainsOf('Closed with 1001 The server is about to stop.');
  await expect.poll(() => bot.complaints.trim().split('\n').length).toBeGreaterThanOrEqual(3);
  await server.restart();
  await ada.says('Back again', room);
  expect(await bot.nextLine()).toBe('Back again');
  const times = bot.complaints
    .trim()
    .split('\n')
    .map((said) => Date.parse(said.split(' ')[0] ?? ''));
  for (const [at, time] of times.slice(1).entries()) expect(time - (times[at] ?? time)).toBeGreaterThanOrEqual(1000);
});

test('it ends, and says what to do, when its session was ended', async () => {
  const { ben } = await aCast(server);
  const bot = Bot.run(placeOf(ben), keptFor(ben));
  await bot.notesCursor();
  await ben.asks('mutation { logoutEverywhere { ok } }');
  expect(await bot.ends()).toBe(1);
  expect(bot.complaints).toContain('Closed with 4401 SESSION_ENDED: This session has ended.');
  expect(bot.complaints).toContain('Sign in again, and put the new refresh token into');
});

test('it begins anew where the server came back from a backup', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots return');
  await ben.joins(room);
  const bot = Bot.run(placeOf(ben), keptFor(ben));
  const opened = await bot.notesCursor();
  const archive = join(server.folder, 'backup.tar');
  await backUp(settingsIn(server.folder), archive);
  await ada.says('lost with the disk', room);
  expect(await bot.nextLine()).toBe('lost with the disk');
  const old = await bot.notesCursor(opened);

  await server.stop();
  await restore(settingsIn(server.folder), archive, { replace: true });
  await server.restart();
  await bot.notesCursor(old);
  expect(bot.complaints).toContain('messages in between may have been missed');
  await ada.says('after the restore', room);
  expect(await bot.nextLine()).toBe('after the restore');
});

test('it tries again where nobody answers its handshake', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots knock');
  await ben.joins(room);
  const line = await FlakyLine.to(server);
  line.swallows('pgrade: websocket');
  const bot = Bot.run(placeOf(ben), keptFor(ben, line.url));
  await bot.complainsOf('4499');
  await bot.notesCursor();
  await ada.says('Come in', room);
  expect(await bot.nextLine()).toBe('Come in');
});

test('it ends where its url cannot be right, and says which', async () => {
  const { ben } = await aCast(server);
  for (const url of [`${server.url}/graphqls`, server.url.replace('http://', '')]) {
    const bot = Bot.run(placeOf(ben), { ...keptFor(ben), url });
    expect(await bot.ends()).toBe(1);
    expect(bot.complaints).toContain(`The url in ${placeOf(ben)}`);
    expect(bot.complaints).toContain(url);
  }
});

test('it says with which status it was refused, and waits as long as it was told', async () => {
  const { ben } = await aCast(server);
  const asked: number[] = [];
  const busy = createServer((_, response) => {
    asked.push(Date.now());
    response.writeHead(429, { 'retry-after': '4', 'content-type': 'text/html' }).end('<h1>Too busy</h1>');
  });
  await once(busy.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    busy.close();
  });
  const { port } = busy.address() as AddressInfo;
  const bot = Bot.run(placeOf(ben), keptFor(ben, `http://127.0.0.1:${String(port)}`));
  await bot.complainsOf('HTTP 429 <h1>Too busy</h1>');
  await expect.poll(() => asked.length).toBe(2);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(4000);
});

test('it uses the refresh token that stands in its file by then', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Bots look again');
  await ben.joins(room);
  const bot = Bot.run(placeOf(ben), keptFor(ben));
  await bot.notesCursor();
  const signIn = signInOf(await refreshSession(server, { refreshToken: bot.kept.refreshToken }));
  const refreshToken = refreshTokenOf(signIn);
  writeFileSync(placeOf(ben), JSON.stringify({ ...bot.kept, refreshToken }));
  // Used by somebody, so that the one before it is worth nothing any more.
  dataOf(
    await post(server.url, '{ viewer { eventCursor } }', {}, { authorization: `Bearer ${signIn.session.accessToken}` }),
  );

  server.clock.advance({ minutes: 16 });
  server.app.get(SocketServer).beat();
  await bot.complainsOf('4403');
  await (await Person.signsIn(server, ada.username)).says('Still here?', room);
  expect(await bot.nextLine()).toBe('Still here?');
  expect(bot.complaints).not.toContain('SESSION_ENDED');
});

test('the README shows the bot as it is', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(readFileSync('examples/bot.ts', 'utf8'));
});

function placeOf({ username }: Person): string {
  return join(server.folder, `${username}.json`);
}

function keptFor({ refreshToken }: Person, url = server.url): Kept {
  return { url: `${url}/graphql`, refreshToken };
}
