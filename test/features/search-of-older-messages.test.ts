import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { finds, searches } from '../support/people/searching.js';
import { aServer, type TestServer } from '../support/servers/server.js';

/** More than one piece. */
const MESSAGES = 120;

it('what was said before there was an index is indexed while the server serves, the newest first, and it says how far that is', async () => {
  const server = await aServer();
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  for (let number = 1; number <= MESSAGES; number += 1) await ada.says(`old apple ${String(number)}`, room);
  await server.stop();
  forgetIndex(server);
  await server.restart();
  const first = await searches(ben, 'apple', { first: 100 });
  // What is found is a beginning of what there is, from the newest back; and new messages are found meanwhile.
  expect(first.nodes.length === 100 || first.indexedSince !== null).toBe(true);
  await ada.says('new apple', room);
  expect((await finds(ben, 'apple'))[0]).toBe('new apple');
  await isIndexed(ben);
  const all = await everything(ben);
  expect(all).toEqual(['new apple', ...numbers(MESSAGES)]);
});

it('that nothing is indexed yet is said as well, before the first piece is', async () => {
  const server = await aServer();
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await ada.says('old apple', room);
  await isIndexed(ada);
  // What indexes has come to its end, and looks no more.
  {
    using database = open(server);
    database.exec('update search_progress set indexed_from = (select max(position) + 1 from event)');
  }
  expect((await searches(ada, 'apple')).indexedSince).not.toBeNull();
});

it('a server that is stopped meanwhile goes on where it was', async () => {
  const server = await aServer();
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  for (let number = 1; number <= MESSAGES; number += 1) await ada.says(`old apple ${String(number)}`, room);
  await server.stop();
  forgetIndex(server);
  const places: number[] = [];
  for (let restarts = 0; restarts < 3; restarts += 1) {
    await server.restart();
    await server.stop();
    places.push(placeOf(server));
  }
  expect(places).toEqual(places.toSorted((one, other) => other - one));
  expect(places.at(-1)).toBeLessThan(placeBefore(server));
  await server.restart();
  await isIndexed(ada);
  expect(await everything(ada)).toEqual(numbers(MESSAGES));
});

function numbers(last: number): string[] {
  return Array.from({ length: last }, (_, index) => `old apple ${String(last - index)}`);
}

async function everything(who: Person): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page = await searches(who, 'apple', { first: 100, after });
    found.push(...page.nodes.map(({ message }) => message.body));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function isIndexed(who: Person): Promise<void> {
  await expect.poll(async () => (await searches(who, 'apple')).indexedSince).toBeNull();
}

/** As the migration leaves a database of before. */
function forgetIndex(server: TestServer): void {
  using database = open(server);
  database.exec(`delete from message_index; delete from search_day;
    delete from reactor_offset where name = 'search-index';
    update search_progress set indexed_from = (select max(position) + 1 from event)`);
}

function placeOf(server: TestServer): number {
  using database = open(server);
  return Number(database.prepare('select indexed_from as place from search_progress').get()?.place);
}

function placeBefore(server: TestServer): number {
  using database = open(server);
  return Number(database.prepare('select max(position) + 1 as place from event').get()?.place);
}

function open({ folder }: TestServer): DatabaseSync {
  return new DatabaseSync(join(folder, 'data', 'tertulia.db'));
}
