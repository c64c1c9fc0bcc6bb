import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { logout, refreshSession, viewerOf } from '../support/people/accounts.js';
import { entriesOf, type Entry, withManifest, writeEntries } from '../support/files/archives.js';
import { BackupProcess, environmentOf, settingsIn } from '../support/files/backups.js';
import { deletesWebhook, makesBot, makesToken, makesWebhook, postsTo, revokesToken } from '../support/people/bots.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { anAdministrator, makesResetLink } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import {
  ACKNOWLEDGE,
  acknowledges,
  consumerOf,
  consumes,
  deletesConsumer,
  makesConsumer,
  wordsIn,
} from '../support/feeds/consumer.js';
import { ALL_EVENTS, PAGE_OF_EVENTS, ROOM_EVENTS } from '../support/feeds/feed.js';
import { contentsOf } from '../support/files/folder-contents.js';
import { devicesOf, registers } from '../support/people/notifications.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { prefers, reads, stateOf } from '../support/people/reading.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aRoom } from '../support/people/room.js';
import { rounds } from '../support/chance/rounds.js';
import { PushService, settingsToPush } from '../support/servers/push-service.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames } from '../support/servers/web-site.js';
import { bytesOf, get, upload, type Uploaded } from '../support/files/uploads.js';

const JWT_SECRET = 'the same before and after, of course';
const server = await aServer({ JWT_SECRET });
const place = mkdtempSync(join(tmpdir(), 'tertulia-restores-'));
const archive = join(place, 'backup.tar');
let room: RoomAnswer;
let file: Uploaded;
let ada: Person;

beforeAll(async () => {
  ada = await Person.registers(server, 'ada');
  room = await aRoom(ada);
  file = await upload(ada, room, 'photo.bin', Buffer.alloc(300_000, 'photo'));
  await ada.says('Before the backup', room, { attachmentIds: [file.id] });
  await backUp(settingsIn(server.folder), archive);
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

describe('an archive is refused, and nothing is touched,', () => {
  const whole = (): readonly Entry[] => entriesOf(archive);
  const cases: Record<string, { made: (path: string) => void; says: RegExp }> = {
    'that is not there': { made: () => undefined, says: /cannot be read/ },
    'that is something else': {
      made: (path) => {
        writeFileSync(path, 'Dear Ada,\n'.repeat(500));
      },
      says: /no whole backup/,
    },
    'that has no manifest': {
      made: (path) => {
        writeEntries(path, whole().slice(0, -1));
      },
      says: /no whole backup/,
    },
    'that names a path outside': {
      made: (path) => {
        writeEntries(path, withManifest([...whole(), { name: 'files/../../../evil', content: Buffer.from('evil') }]));
      },
      says: /no backup has/,
    },
    'that holds a file more than it says': {
      made: (path) => {
        writeEntries(path, [
          ...whole().slice(0, -1),
          { name: `files/${'a'.repeat(32)}`, content: Buffer.from('more') },
          ...whole().slice(-1),
        ]);
      },
      says: /not what its manifest says/,
    },
    'that holds a file less than it says': {
      made: (path) => {
        writeEntries(
          path,
          whole().filter(({ name }) => name !== whole()[1]?.name),
        );
      },
      says: /not what its manifest says/,
    },
    'that holds no database': {
      made: (path) => {
        writeEntries(path, withManifest(whole().filter(({ name }) => name !== 'database.sqlite')));
      },
      says: /no database/,
    },
    'whose database is none, with all hashes right': {
      made: (path) => {
        const other = Buffer.from('Dear Ada,\n'.repeat(500));
        writeEntries(
          path,
          withManifest(
            whole().map((entry) => (entry.name === 'database.sqlite' ? { ...entry, content: other } : entry)),
          ),
        );
      },
      says: /database in the backup is damaged/,
    },
    'of a newer version': {
      made: (path) => {
        writeEntries(
          path,
          withManifest(whole(), (said) => ({ ...said, migrations: ['9999-from-the-future'] })),
        );
      },
      says: /newer version of Tertulia \(it has 9999-from-the-future\)/,
    },
    'in a newer format': {
      made: (path) => {
        writeEntries(path, [{ name: 'tertulia-backup', content: Buffer.from('2\n') }]);
      },
      says: /in format 2/,
    },
  };

  it.each(Object.entries(cases))('%s', async (name, { made, says }) => {
    const path = join(place, `${name}.tar`);
    made(path);
    const { path: folder } = aFolder();
    await expect(restore(settingsIn(folder), path)).rejects.toThrow(says);
    expect(contentsOf(join(folder, 'data'))).toEqual(onlyLock(folder));
    expect(contentsOf(join(folder, 'uploads'))).toEqual({});
  });

  it('wherever it was cut off', async () => {
    const bytes = readFileSync(archive);
    const path = join(place, 'cut.tar');
    const { path: folder } = aFolder();
    const many = rounds({ quick: 40, thorough: 400 });
    // All of it but the empty blocks of its end, which say nothing.
    for (let cut = 0; cut < many; cut += 1) {
      writeFileSync(path, bytes.subarray(0, Math.floor(((bytes.length - 1024) * cut) / many)));
      await expect(restore(settingsIn(folder), path)).rejects.toThrow(/no whole backup/);
    }
    expect(contentsOf(folder)).toEqual({});
  });

  it('whichever bit of what it holds was changed', async () => {
    const path = join(place, 'changed.tar');
    const { path: folder } = aFolder();
    const many = rounds({ quick: 40, thorough: 400 });
    for (let change = 0; change < many; change += 1) {
      const bytes = readFileSync(archive);
      const at = placeInContent(bytes, change / many);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (change % 8)), at);
      writeFileSync(path, bytes);
      await expect(restore(settingsIn(folder), path)).rejects.toThrow(/Nothing was touched/);
    }
    expect(contentsOf(folder)).toEqual({});
  });
});

describe('a restore', () => {
  it('is refused under a running server, and so is a second server', async () => {
    const { path: folder, settings } = aFolder();
    await restore(settingsIn(folder), archive);
    const running = ServerProcess.start(settings);
    const url = await running.url();
    const refused = BackupProcess.start(folder, 'restore', archive, '--replace');
    expect(await refused.exited).toBe(1);
    expect(refused.said).toMatch(/^Another Tertulia is using the database .*\n$/);
    const second = ServerProcess.start(settings);
    expect(await second.exited).toBe(1);
    expect(second.stderr).toMatch(/^Another Tertulia is using the database .*\n$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('is refused while anybody else has the database open', async () => {
    const { path: folder } = aFolder();
    await restore(settingsIn(folder), archive);
    const path = join(folder, 'data', 'tertulia.db');
    const other = new Sqlite(path);
    other.pragma('journal_mode = wal');
    other.exec('select * from room');
    const before = contentsOf(folder);
    await expect(restore(settingsIn(folder), archive, { replace: true })).rejects.toThrow('Another Tertulia');
    expect(contentsOf(folder)).toEqual(before);
    other.close();
  });

  it('replaces nothing unless it is told to, and keeps what it replaces as a backup', async () => {
    const folder = join(place, 'house');
    const first = await aServer({ JWT_SECRET, ...environmentOf(folder) });
    const cleo = await Person.registers(first, 'cleo');
    const hers = await aRoom(cleo);
    const photo = await upload(cleo, hers, 'hers.txt', 'hers');
    await cleo.says('Mine', hers, { attachmentIds: [photo.id] });
    await first.stop();
    const before = contentsOf(folder);
    await expect(restore(settingsIn(folder), archive)).rejects.toThrow('--replace');
    expect(contentsOf(folder)).toEqual(before);

    const { kept = '' } = await restore(settingsIn(folder), archive, { replace: true });
    await first.restart();
    expect((await bytesOf(await get(await Person.signsIn(first, 'ada'), file.url))).length).toBe(300_000);
    expect(await viewerOf(first, cleo.accessToken)).toBeNull();
    await first.stop();

    await restore(settingsIn(folder), kept, { replace: true });
    await first.restart();
    expect(await (await get(await Person.signsIn(first, 'cleo'), photo.url)).text()).toBe('hers');
  });

  it('knows what was read when the backup was made, and how somebody wanted to hear of a room', async () => {
    const here = await aServer({ JWT_SECRET });
    const { ada: writes, ben: has } = await aCast(here);
    const hall = await aRoom(writes, [has]);
    for (const word of ['One', 'Two', 'Three']) await writes.says(word, hall);
    await reads(has, hall, 2);
    const before = await prefers(has, hall, { notify: 'ALL', isMuted: true });
    const saved = join(place, 'read.tar');
    await backUp(settingsIn(here.folder), saved);
    await reads(has, hall, 3);
    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true });
    await here.restart();
    expect(await stateOf(has, hall)).toEqual(before);
    expect(before).toMatchObject({ lastReadNumber: 2, unreadCount: 1 });
  });

  it('brings back the key and the devices, so that browsers are called as before; not where somebody signed out since', async () => {
    const service = await PushService.opens();
    const here = await aServer({ JWT_SECRET, ...settingsToPush(service) });
    const names = { 'push.test': ['127.0.0.1'] };
    knowsNames(here, names);
    const { ada: writes, ben: stays, cleo: leaves } = await aCast(here);
    const [bens, cleos] = [service.browser(), service.browser()];
    await registers(stays, bens);
    await registers(leaves, cleos);
    const hall = await aRoom(writes, [stays, leaves]);
    const KEY = '{ server { pushPublicKey } }';
    const key = await writes.asks(KEY);
    const saved = join(place, 'devices.tar');
    await backUp(settingsIn(here.folder), saved);
    await logout(here, leaves.bearer);
    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true });
    await here.restart();
    knowsNames(here, names);
    expect(await writes.asks(KEY)).toEqual(key);
    expect(await devicesOf(stays)).toHaveLength(1);
    await writes.says(`@${leaves.username} and @${stays.username}`, hall);
    await bens.hears();
    expect(await devicesOf(await Person.signsIn(here, leaves.username))).toEqual([]);
    expect(cleos.handed).toEqual([]);
  });

  it('says to a consumer that its place is of another log, until it is deleted and begins again', async () => {
    const folder = join(place, 'house-of-consumers');
    const path = join(place, 'with-a-consumer.tar');
    await makesConsumer(ada, 'echo');
    await backUp(settingsIn(server.folder), path);
    const lost = await ada.says('After the backup', room);
    await acknowledges(ada, 'echo', { cursor: await feedCursorOf(ada) });
    await restore(settingsIn(folder), path);
    const there = await aServer({ JWT_SECRET, ...environmentOf(folder) });
    const adaThere = Person.movesTo(there, ada);
    const from = there.clock.now();
    await adaThere.says('After the restore', room);
    await using socket = await adaThere.opensSocket();
    expect(await consumes(socket, 'echo').refusal()).toBe('CURSOR_EXPIRED');
    const { cursor } = (await consumerOf(adaThere, 'echo')) ?? {};
    for (const said of [cursor, await feedCursorOf(adaThere)])
      await adaThere.isRefused('CURSOR_EXPIRED', ACKNOWLEDGE, { input: { consumer: 'echo', cursor: said } });
    await adaThere.isRefused('CURSOR_EXPIRED', PAGE_OF_EVENTS, { after: cursor });
    await deletesConsumer(adaThere, 'echo');
    const items = await consumes(socket, 'echo', { from }).untilCaughtUp();
    expect(wordsIn(items)).toEqual(['After the restore']);
    expect(items.some(({ event }) => event?.message?.id === lost.id)).toBe(false);
  });

  it('ends every cursor, and says so on every way to a feed', async () => {
    const folder = join(place, 'other-house');
    const before = await feedCursorOf(ada);
    const { eventCursor: roomCursor } = (
      await ada.asks<{ room: RoomAnswer }>('query ($id: ID!) { room(id: $id) { eventCursor } }', { id: room.id })
    ).room;
    await restore(settingsIn(folder), archive);
    const there = await aServer({ JWT_SECRET, ...environmentOf(folder) });
    const adaThere = Person.movesTo(there, ada);
    await using socket = await adaThere.opensSocket();
    expect(await socket.subscribes(ALL_EVENTS, { after: before }).refusal()).toBe('CURSOR_EXPIRED');
    expect(await socket.subscribes(ROOM_EVENTS, { roomId: room.id, after: roomCursor }).refusal()).toBe(
      'CURSOR_EXPIRED',
    );
    await adaThere.isRefused('CURSOR_EXPIRED', PAGE_OF_EVENTS, { after: before });
    const after = await feedCursorOf(adaThere);
    await adaThere.says('After the restore', room);
    const { events } = await adaThere.asks<{ events: { event: { message: { body: string } } | null }[] }>(
      PAGE_OF_EVENTS,
      {
        after,
      },
    );
    expect(events.flatMap(({ event }) => event?.message.body ?? [])).toEqual(['After the restore']);
  });
});

describe('after a restore in the same place', () => {
  it('who signed out since the backup stays so, who refreshed goes on, and with --end-sessions nobody does', async () => {
    const here = await aServer({ JWT_SECRET });
    const { ada: stays, ben: leaves, cleo: refreshes } = await aCast(here);
    const saved = join(place, 'sessions.tar');
    await backUp(settingsIn(here.folder), saved);
    await logout(here, leaves.bearer);
    const newest = await traded(here, refreshes.refreshToken);
    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true });
    await here.restart();
    expect(await viewerOf(here, stays.accessToken)).toBe(stays.username);
    expect(await viewerOf(here, leaves.accessToken)).toBeNull();
    expect((await refreshSession(here, { refreshToken: leaves.refreshToken })).answer.errors).toHaveLength(1);
    expect(await traded(here, newest)).not.toBe(newest);

    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true, endSessions: true });
    await here.restart();
    expect(await viewerOf(here, stays.accessToken)).toBeNull();
    expect((await refreshSession(here, { refreshToken: stays.refreshToken })).answer.errors).toHaveLength(1);
  });

  it('a token of a bot that was revoked since the backup stays so, and with --end-sessions none counts', async () => {
    const here = await aServer({ JWT_SECRET });
    const owner = await Person.registers(here, 'ada.owns.bots');
    const room = await aRoom(owner);
    const bot = await makesBot(owner);
    const [revoked, stays] = [await makesToken(owner, bot), await makesToken(owner, bot)];
    const [deleted, posts] = [await makesWebhook(owner, room), await makesWebhook(owner, room)];
    const saved = join(place, 'bots.tar');
    await backUp(settingsIn(here.folder), saved);
    await revokesToken(owner, revoked);
    await deletesWebhook(owner, deleted);
    const later = await makesToken(owner, bot);
    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true });
    await here.restart();
    const counts = async () => Promise.all([revoked, later, stays].map(({ secret }) => viewerOf(here, secret)));
    const answers = async () =>
      Promise.all([deleted, posts].map(async (hook) => (await postsTo(here, hook, { text: 'x' })).status));
    expect(await counts()).toEqual([null, null, bot.user.username]);
    expect(await answers()).toEqual([404, 200]);

    await here.stop();
    await restore(settingsIn(here.folder), saved, { replace: true, endSessions: true });
    await here.restart();
    expect(await counts()).toEqual([null, null, null]);
    expect(await answers()).toEqual([404, 404]);
  });
});

it('a link to a new password from before the backup opens nothing: it may have been used since', async () => {
  const here = await aServer({ JWT_SECRET });
  const administrator = await anAdministrator(here);
  const { ada: forgetful } = await aCast(here);
  const { token } = await makesResetLink(administrator, forgetful);
  const saved = join(place, 'links.tar');
  await backUp(settingsIn(here.folder), saved);
  await here.stop();
  await restore(settingsIn(here.folder), saved, { replace: true });
  await here.restart();
  const shown = await administrator.asks('query ($token: String!) { passwordReset(token: $token) { expiresAt } }', {
    token,
  });
  expect(shown).toEqual({ passwordReset: null });
});

async function traded(at: { url: string }, refreshToken: string): Promise<string> {
  const { answer } = await refreshSession(at, { refreshToken });
  const next = answer.data?.refreshSession?.session.refreshToken;
  if (next === undefined || next === null) throw new Error(`The token was not traded: ${JSON.stringify(answer)}`);
  return next;
}

/** A place in the content of an entry, not in a header or behind its end. */
function placeInContent(bytes: Buffer, share: number): number {
  const entries = entriesOf(archive);
  const total = entries.reduce((sum, { content }) => sum + content.length, 0);
  let at = Math.floor(total * share);
  for (const { content } of entries) {
    if (at < content.length) return bytes.indexOf(content) + at;
    at -= content.length;
  }
  throw new Error('There is no such place.');
}

function onlyLock(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contentsOf(join(folder, 'data'))).filter(([name]) => name.endsWith('.lock')),
  );
}
