import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MikroORM } from '@mikro-orm/core';
import { describe, expect, it, vi } from 'vitest';
import { type Dialect, EntityQuery, postgresql, Query, sqlite } from '#server/database/dialect/index.js';
import { textOf } from '#server/database/entity-rows.js';
import { aPostgresqlDatabase, type Engine } from '../support/databases/engines.js';
import { aPostgresql } from '../support/databases/postgresql.js';
import { type Action, PRELUDE } from '../support/model/action.js';
import { Company } from '../support/model/company.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

/** What the queries are asked with that are made for so many of something. */
const SHAPES: Record<string, readonly (readonly (number | boolean)[])[]> = {
  newestOfRooms: [[1], [400]],
  listedRooms: [
    [0, false],
    [2, true],
  ],
  countOfListedRooms: [[0], [2]],
  ownRooms: [
    [false, false],
    [true, true],
  ],
  countOfOwnRooms: [[false], [true]],
  accountsFound: [
    [0, false],
    [2, true],
  ],
  countOfAccounts: [[0], [2]],
  serverRoomsFound: [
    [0, false],
    [2, true],
  ],
  countOfServerRooms: [[0], [2]],
  peopleKnown: [[1], [3]],
  pagesOfMembers: [[1], [400]],
  stretchesOfEvents: [
    [1, 1],
    [400, 3],
  ],
  messagesWithin: [[1], [400]],
  threadMessagesWithin: [[1], [400]],
  threadStatesOf: [[1], [400]],
  statesOf: [[1], [400]],
  pagesOfPins: [[1], [400]],
  openInRooms: [[1], [400]],
  reports: [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ],
  countOfReports: [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ],
  hitsBetween: [
    [false, false],
    [true, true],
  ],
};

/** For SQLite alone, and not through the server's own connections: see docs/backup.md. And what a trigger does is no statement of its own. */
const ALONE = /^backup\/|-triggers\.queries\.js$/;

/** For what the model does not ask. */
const LOOK_AROUND = `query ($id: ID!) {
  viewer { sessions { id } rooms(first: 3) { nodes { id members(first: 3) { nodes { user { id } } } } pageInfo { endCursor } } }
  rooms(query: "hall") { nodes { id } totalCount }
  room(id: $id) { viewerState { unreadCount } messages(last: 5) { nodes { id attachments { id } } } people: members(first: 2) { nodes { role } }
    messagesAt(time: "2026-01-01T00:00:00.000Z") { nodes { number } } }
}`;

const EVENING: readonly Action[] = [
  { does: 'send', who: 'ben', where: 'hall', body: 'Good evening', nonce: 'a' },
  { does: 'send', who: 'ben', where: 'hall', body: 'Good evening', nonce: 'a' },
  { does: 'edit', who: 'ben', which: 0, body: 'Good night' },
  { does: 'make', who: 'ada', whom: 'ben', where: 'hall', role: 'MODERATOR' },
  { does: 'delete', who: 'ben', which: 0 },
  { does: 'read', who: 'ada', where: 'hall', at: 1 },
  { does: 'follow', who: 'ada', events: 3 },
  { does: 'refresh', who: 'cleo' },
  { does: 'sign out', who: 'cleo' },
  { does: 'leave', who: 'ben', where: 'hall' },
];

// Before the server starts: what it asks once is asked for once.
const heard = vi.spyOn(Object.getPrototypeOf(Query.prototype) as Query, 'textIn');
const server = await aServer();
const found = await aPostgresql();
const exported = await everyExport();

describe('every *.queries.ts', () => {
  it('has nothing but queries, and each that is made for a number is asked for some here', () => {
    expect(exported.length).toBeGreaterThan(40);
    expect(exported.filter(({ queries }) => queries.length === 0).map(({ name }) => name)).toEqual([]);
    const made = exported.filter(({ isShaped }) => isShaped).map(({ name }) => name);
    expect(made.toSorted()).toEqual(Object.keys(SHAPES).toSorted());
  });

  it('is prepared by SQLite', () => {
    using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
    for (const [name, text] of textsFor(sqlite)) expect(() => database.prepare(text), name).not.toThrow();
  });

  it('is prepared by PostgreSQL', async ({ skip }) => {
    if ('missing' in found) return skip(found.missing);
    const engine = await aPostgresqlDatabase(found.url);
    await engine.migrate();
    expect(await refusedBy(engine, textsFor(postgresql))).toEqual([]);
  });
});

/** What MikroORM makes itself (`em.find`, `em.flush`) it makes for each database, and proves in tests of its own. */
describe('of what a server really runs', () => {
  it('every query is prepared by PostgreSQL too, in the very shape in which it was run', async ({ skip }) => {
    await muchHappens();
    const queries = [...new Set(heard.mock.contexts.filter(isQuery))].filter((query) => !isOfSqliteItself(query));
    expect(queries.length).toBeGreaterThan(30);
    if ('missing' in found) return skip(found.missing);
    const engine = await aPostgresqlDatabase(found.url);
    await engine.migrate();
    const texts = queries.map((query): [string, string] => [textIn(query, sqlite), textIn(query, postgresql)]);
    expect(await refusedBy(engine, texts)).toEqual([]);
  });
});

async function muchHappens(): Promise<void> {
  const house = {
    url: server.url,
    data: join(server.folder, 'data'),
    restart: () => server.restart(),
    isUp: () => Promise.resolve(),
    wait: (minutes: number) => {
      server.clock.advance({ minutes });
    },
  };
  const cast = await aCast(server);
  const company = await Company.meets(house, cast);
  for (const action of [...PRELUDE, ...EVENING]) await company.takes(action);
  await company.parts();
  const room = await aRoom(cast.ada, [cast.ben]);
  await cast.ada.asks(LOOK_AROUND, { id: room.id });
}

/** All queries that the server has asked for the text of, since it was started. */
function isQuery(found: unknown): found is Query | EntityQuery<object> {
  return found instanceof Query || found instanceof EntityQuery;
}

/** How many rows a connection has changed: group-commit.ts asks it of SQLite's own connection. */
function isOfSqliteItself(query: Query | EntityQuery<object>): boolean {
  return query.textIn(sqlite).includes('total_changes()');
}

/** What PostgreSQL says of those that it does not take. */
async function refusedBy(engine: Engine, texts: readonly (readonly [string, string])[]): Promise<string[]> {
  const refused: string[] = [];
  for (const [index, [name, text]] of texts.entries()) {
    await engine.ask(`prepare q${String(index)} as ${text}`).catch((error: unknown) => {
      refused.push(`${name}: ${String(error)}`);
    });
  }
  return refused;
}

function textsFor(dialect: Dialect): [string, string][] {
  return exported.flatMap(({ name, queries }) =>
    queries.map((query): [string, string] => [name, textIn(query, dialect)]),
  );
}

function textIn(query: Query | EntityQuery<object>, dialect: Dialect): string {
  if (query instanceof Query) return query.textIn(dialect);
  return textOf(query, server.app.get(MikroORM).getMetadata(query.entity), dialect);
}

interface Exported {
  readonly name: string;
  readonly isShaped: boolean;
  readonly queries: readonly (Query | EntityQuery<object>)[];
}

async function everyExport(): Promise<Exported[]> {
  const paths = globSync('**/*.queries.js', { cwd: 'dist/server' }).map((path) => path.replaceAll('\\', '/'));
  const modules = await Promise.all(
    paths
      .filter((path) => !ALONE.test(path))
      .map(async (path) => Object.entries((await import(resolve('dist/server', path))) as Record<string, unknown>)),
  );
  return modules.flat().map(([name, value]) => {
    if (typeof value !== 'function') return { name, isShaped: false, queries: [value].filter(isQuery) };
    const make = value as (...shape: readonly (number | boolean)[]) => unknown;
    return { name, isShaped: true, queries: (SHAPES[name] ?? []).map((shape) => make(...shape)).filter(isQuery) };
  });
}
