import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BackupProcess } from '../support/files/backups.js';
import { type Action, anyAction, PRELUDE } from '../support/model/action.js';
import { Company } from '../support/model/company.js';
import type { Everybody, House } from '../support/model/house.js';
import { holdsForAll } from '../support/model/failed-cases.js';
import { Person } from '../support/people/person.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';
import { aSpawnedServer, type SpawnedServer } from '../support/servers/spawned-server.js';

const server = await aServer();
const mortal = await aSpawnedServer();
const LONG = 30 * 60_000;

/** What chance finds too seldom in a few rounds: messages that are deleted with all that hangs on them, marks that come late, and who does not want to follow. */
const DELETIONS_AND_MARKS: readonly Action[] = [
  { does: 'send', who: 'ada', where: 'hall', body: 'Good morning' },
  { does: 'send', who: 'ben', where: 'hall', body: 'And then?' },
  { does: 'answer beside', who: 'ben', which: 0, body: 'And then?' },
  { does: 'answer beside', who: 'cleo', which: 0, body: 'Ask @ben or @otto' },
  ...[0, 2].flatMap((which): Action[] => [
    { does: 'react', who: 'ben', which, emoji: '\u{1F375}', twice: true },
    { does: 'react', who: 'cleo', which, emoji: '\u{1F375}', twice: false },
    { does: 'pin', who: 'cleo', which, twice: true },
    { does: 'save', who: 'ada', which, twice: true },
  ]),
  { does: 'pin', who: 'ada', which: 1, twice: false },
  { does: 'pin', who: 'ben', which: 0, twice: false },
  { does: 'save', who: 'ada', which: 0, twice: false },
  { does: 'read thread', who: 'ada', which: 0, at: 2, twice: true },
  { does: 'read thread', who: 'ada', which: 0, at: 1, twice: false },
  { does: 'mark thread unread', who: 'ada', which: 0, at: 1, twice: false },
  // Who does not want to follow it stays with that, also when they write there, until somebody names them.
  { does: 'unfollow thread', who: 'ben', which: 0, twice: true },
  { does: 'follow thread', who: 'otto', which: 0, twice: false },
  { does: 'answer beside', who: 'ben', which: 0, body: 'And then?' },
  { does: 'answer beside', who: 'ada', which: 0, body: 'Good morning' },
  { does: 'edit', who: 'cleo', which: 3, body: '@ada?' },
  { does: 'answer beside', who: 'cleo', which: 0, body: 'Ask @ben or @otto' },
  { does: 'delete', who: 'ben', which: 2 },
  { does: 'restart amid', amid: { does: 'delete', who: 'ada', which: 0 }, afterMilliseconds: 2 },
  { does: 'react', who: 'ben', which: 0, emoji: '\u{1F375}', twice: true },
];

/** What chance finds too seldom in a few rounds: rooms that are looked after while others talk on, and one that ends in between. */
const ROOM_CARE: readonly Action[] = [
  { does: 'send', who: 'ada', where: 'hall', body: 'Good morning', nonce: 'a' },
  { does: 'send', who: 'ben', where: 'den', body: 'And then?', nonce: 'b' },
  { does: 'save', who: 'ben', which: 1, twice: false },
  { does: 'pin', who: 'ben', which: 0, twice: false },
  { does: 'follow', who: 'cleo', events: 2 },
  { does: 'ban', who: 'cleo', whom: 'ben', where: 'hall' },
  // A link is as good as whoever gave it, and as often as it says.
  { does: 'invite', who: 'ben', where: 'hall', uses: 1 },
  { does: 'follow link', who: 'cleo', where: 'hall' },
  { does: 'follow link', who: 'otto', where: 'hall' },
  { does: 'leave', who: 'otto', where: 'hall' },
  { does: 'follow link', who: 'otto', where: 'hall' },
  { does: 'invite', who: 'ben', where: 'den', uses: 2 },
  { does: 'invite', who: 'ben', where: 'hall', uses: 2 },
  { does: 'make', who: 'ada', whom: 'cleo', where: 'hall', role: 'MODERATOR' },
  { does: 'ban', who: 'cleo', whom: 'ben', where: 'hall' },
  { does: 'ban', who: 'cleo', whom: 'ada', where: 'hall' },
  { does: 'join', who: 'ben', where: 'hall' },
  { does: 'add', who: 'ada', whom: 'ben', where: 'hall' },
  { does: 'follow link', who: 'otto', where: 'hall' },
  { does: 'invite', who: 'cleo', where: 'hall', uses: 2 },
  { does: 'follow link', who: 'ben', where: 'hall' },
  { does: 'archive', who: 'cleo', where: 'hall' },
  { does: 'archive', who: 'ada', where: 'hall' },
  { does: 'send', who: 'ada', where: 'hall', body: 'Good morning', nonce: 'a' },
  { does: 'send', who: 'ada', where: 'hall', body: 'And then?' },
  { does: 'unpin', who: 'cleo', which: 0, twice: true },
  { does: 'unban', who: 'cleo', whom: 'ben', where: 'hall' },
  { does: 'join', who: 'ben', where: 'hall' },
  { does: 'restart', who: 'ada', where: 'den', body: 'Good morning', afterMilliseconds: 3 },
  { does: 'unarchive', who: 'ada', where: 'hall' },
  { does: 'join', who: 'ben', where: 'hall' },
  { does: 'delete room', who: 'ben', where: 'den' },
  { does: 'delete room', who: 'ada', where: 'den' },
  { does: 'send', who: 'ben', where: 'den', body: 'And then?', nonce: 'b' },
  { does: 'send', who: 'ben', where: 'hall', body: 'And then?', nonce: 'b' },
  { does: 'restart', who: 'ada', where: 'hall', body: 'And then?', afterMilliseconds: 3 },
];

/** What chance never does: accounts that are deleted, without what they wrote and with it, while others talk on. */
const FAREWELLS: readonly Action[] = [
  { does: 'send', who: 'ben', where: 'hall', body: 'Ask @ben or @otto' },
  { does: 'send', who: 'ben', where: 'den', body: 'And then?' },
  { does: 'send', who: 'ada', where: 'hall', body: '@ada?', nonce: 'a' },
  { does: 'answer beside', who: 'ben', which: 2, body: 'Good morning' },
  { does: 'answer beside', who: 'cleo', which: 0, body: 'And then?' },
  { does: 'react', who: 'cleo', which: 0, emoji: '\u{1F375}', twice: false },
  { does: 'react', who: 'ben', which: 2, emoji: '\u{1F375}', twice: false },
  { does: 'pin', who: 'cleo', which: 0, twice: false },
  { does: 'save', who: 'cleo', which: 0, twice: false },
  { does: 'save', who: 'cleo', which: 2, twice: false },
  { does: 'save', who: 'ben', which: 2, twice: false },
  { does: 'follow', who: 'cleo', events: 3 },
  { does: 'delete account', who: 'ben', withMessages: true },
  { does: 'send', who: 'ben', where: 'hall', body: 'And then?' },
  { does: 'restart', who: 'cleo', where: 'hall', body: 'Good morning', afterMilliseconds: 3 },
  // The owner of both rooms: one passes on, and in the other nobody is left.
  { does: 'delete account', who: 'ada', withMessages: false },
  { does: 'make', who: 'cleo', whom: 'cleo', where: 'hall', role: 'OWNER' },
  { does: 'restart', who: 'cleo', where: 'hall', body: 'And then?', afterMilliseconds: 3 },
  { does: 'archive', who: 'cleo', where: 'hall' },
];

/** The same of a conversation: who comes to it with its first message, which the server's end may cut, and whom one does not want to hear from. */
const AT_THE_DESK: readonly Action[] = [
  { does: 'send', who: 'ben', where: 'desk', body: 'Good morning' },
  { does: 'read', who: 'ada', where: 'desk', at: 0 },
  { does: 'block', who: 'cleo', whom: 'ada' },
  { does: 'send', who: 'ada', where: 'desk', body: 'Good morning' },
  { does: 'unblock', who: 'cleo', whom: 'ada' },
  { does: 'send', who: 'ada', where: 'hall', body: 'Where is everybody?', nonce: 'a' },
  { does: 'send', who: 'ada', where: 'desk', body: 'Where is everybody?', nonce: 'a' },
  { does: 'restart', who: 'ada', where: 'desk', body: 'Good morning', afterMilliseconds: 2 },
  { does: 'send', who: 'otto', where: 'desk', body: 'And then?' },
  { does: 'send', who: 'ben', where: 'desk', body: 'And then?' },
  { does: 'follow', who: 'cleo', events: 4 },
  ...(['add', 'remove', 'ban', 'unban'] as const).map((verb): Action => ({
    does: verb,
    who: 'ada',
    whom: 'ben',
    where: 'desk',
  })),
  { does: 'make', who: 'ada', whom: 'ada', where: 'desk', role: 'OWNER' },
  ...(['archive', 'unarchive', 'delete room', 'leave', 'join'] as const).map((verb): Action => ({
    does: verb,
    who: 'ben',
    where: 'desk',
  })),
  { does: 'block', who: 'ada', whom: 'ben' },
  { does: 'answer beside', who: 'ben', which: 1, body: '@ada?' },
  { does: 'send', who: 'ben', where: 'hall', body: '@ada?' },
  { does: 'read', who: 'ada', where: 'hall', at: 1 },
  { does: 'read', who: 'ada', where: 'desk', at: 1 },
  { does: 'delete', who: 'ben', which: 2 },
  { does: 'unblock', who: 'ada', whom: 'ben' },
  { does: 'read', who: 'ada', where: 'hall', at: 0 },
];

it(
  'whatever people do, and whatever runs out or is cut or restarted in between, the answers and what everybody hears are the model’s',
  async () => {
    let up = Promise.resolve();
    const house: House = {
      url: server.url,
      data: join(server.folder, 'data'),
      restart: () => (up = server.restart()),
      isUp: () => up,
      wait: (minutes) => {
        server.clock.advance({ minutes });
      },
    };
    const everybody = await everybodyAt(server);
    await isAsModelled(house, everybody, DELETIONS_AND_MARKS);
    await isAsModelled(house, everybody, ROOM_CARE);
    await isAsModelled(house, everybody, AT_THE_DESK);
    await isAsModelled(house, await everybodyAt(server, 'and gone'), FAREWELLS);
    const action = anyAction({ clock: true });
    await holdsForAll('restarted', action, rounds({ quick: 5, thorough: 300 }), async (actions) => {
      await isAsModelled(house, everybody, actions);
    });
  },
  LONG,
);

it(
  'whatever people do, and whenever the server is killed in between, the answers and what everybody hears are the model’s, also after a restore',
  async () => {
    const house: House = {
      url: mortal.url,
      data: join(mortal.folder, 'data'),
      restart: () => mortal.killAndStart(),
      isUp: () => mortal.isUp(),
      wait: () => undefined,
    };
    const everybody = await everybodyAt(mortal);
    const companies = [
      await isAsModelled(house, everybody, DELETIONS_AND_MARKS),
      await isAsModelled(house, everybody, ROOM_CARE),
      await isAsModelled(house, everybody, AT_THE_DESK),
      await isAsModelled(house, await everybodyAt(mortal, 'and gone'), FAREWELLS),
    ];
    await isBackedUpAndRestored(mortal);
    for (const company of companies) await company.isAsItWas();
    const action = anyAction({ clock: false });
    await holdsForAll('killed', action, rounds({ quick: 2, thorough: 60 }), async (actions) => {
      await isAsModelled(house, everybody, actions);
    });
  },
  LONG,
);

async function isAsModelled(house: House, everybody: Everybody, actions: readonly Action[]): Promise<Company> {
  const company = await Company.meets(house, everybody);
  for (const one of [...PRELUDE, ...actions]) await company.takes(one);
  await company.parts();
  return company;
}

/** While it serves; then its files are put back as the backup has them. */
async function isBackedUpAndRestored(house: SpawnedServer): Promise<void> {
  const archive = join(house.folder, 'backup.tar');
  expect(await BackupProcess.start(house.folder, 'backup', archive).exited).toBe(0);
  await house.stop();
  expect(await BackupProcess.start(house.folder, 'restore', archive, '--replace').exited).toBe(0);
  await house.start();
}

/** None of these names is the beginning of another. */
async function everybodyAt(server: { url: string }, family = ''): Promise<Everybody> {
  const register = (name: string): Promise<Person> =>
    Person.registers(server, family === '' ? name : `${family}.${name}`.replaceAll(' ', '.'));
  const [ada, ben, cleo, otto] = await Promise.all([
    register('ada'),
    register('ben'),
    register('cleo'),
    register('otto'),
  ]);
  return { ada, ben, cleo, otto };
}
