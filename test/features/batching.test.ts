import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();
const { ada, ben, cleo } = await aCast(server);

const HISTORY = `query ($id: ID!, $last: Int) { room(id: $id) { name messages(last: $last) { edges { cursor node {
  number body author { username displayName } room { name viewerMembership { role } } attachments { name url }
} } } } }`;
const FEED = `query ($id: ID!, $after: Cursor!, $first: Int) { events(after: $after, first: $first, roomId: $id) { cursor event {
  actor { username } ... on RoomEvent { room { name } } ... on MessageEvent { message { body author { username } attachments { name } } }
  ... on MemberEvent { user { username } } ... on MemberJoined { member { role user { username } } }
} } }`;
const ROOM = `name memberCount eventCursor viewerMembership { role }
  members(first: 5) { totalCount nodes { role user { username } } }
  messages(last: 5) { nodes { body author { username } attachments { name } } }`;
const OWN_ROOMS = `query ($first: Int) { viewer { user { username } eventCursor rooms(first: $first) { totalCount nodes { ${ROOM} } } } }`;
const ROOMS = `query ($first: Int) { rooms(first: $first) { totalCount nodes { ${ROOM} } } }`;

describe('a page costs a fixed number of statements, however long it is', () => {
  it('of messages with their authors and attachments', async () => {
    const room = await aRoom(ada, [ben, cleo]);
    for (let n = 0; n < 50; n += 1) await withNote([ada, ben, cleo][n % 3] ?? ada, room);
    const short = await statementsDuring(server, () => ada.asks(HISTORY, { id: room.id, last: 2 }));
    const long = await statementsDuring(server, () => ada.asks(HISTORY, { id: room.id, last: 50 }));
    expect(kindsOf(long)).toEqual(kindsOf(short));
    expect(long.length).toBeLessThanOrEqual(10);
  });

  it('of rooms with their members, messages and cursors', async () => {
    const reader = await Person.registers(server, aName());
    for (let n = 0; n < 20; n += 1) {
      const room = await aRoom([ada, ben, cleo][n % 3] ?? ada, [reader]);
      await withNote(reader, room);
    }
    for (const query of [OWN_ROOMS, ROOMS]) {
      const short = await statementsDuring(server, () => reader.asks(query, { first: 2 }));
      const long = await statementsDuring(server, () => reader.asks(query, { first: 20 }));
      expect(kindsOf(long)).toEqual(kindsOf(short));
      expect(long.length).toBeLessThanOrEqual(14);
    }
  });

  it('of events with what they point to', async () => {
    const room = await aRoom(ada, [ben, cleo]);
    for (let n = 0; n < 20; n += 1) await [ada, ben, cleo][n % 3]?.says(`Message ${String(n)}`, room);
    const page = (first: number) => () => ada.asks(FEED, { id: room.id, after: room.eventCursor, first });
    // The first four hold every kind of event that the longer page holds.
    const short = await statementsDuring(server, page(4));
    const long = await statementsDuring(server, page(23));
    expect(kindsOf(long)).toEqual(kindsOf(short));
  });
});

describe('the count', () => {
  it('sees each statement: a page of its own for every message costs more', async () => {
    const rooms = [await aRoom(ada), await aRoom(ada), await aRoom(ada)];
    for (const room of rooms) await ada.says('One', room);
    const [first, second, third] = rooms;
    const once = await statementsDuring(server, () => ada.asks(HISTORY, { id: first?.id, last: 1 }));
    const twice = await statementsDuring(server, async () => {
      await ada.asks(HISTORY, { id: second?.id, last: 1 });
      await ada.asks(HISTORY, { id: third?.id, last: 1 });
    });
    expect(once.length).toBeGreaterThan(3);
    expect(twice).toHaveLength(once.length * 2);
  });
});

/** Statements by what they read, without what they look for: a list of ids may be longer, the statement is one. */
function kindsOf(statements: readonly string[]): string[] {
  return statements.map((sql) => /\bfrom `?(\w+)/.exec(sql.replaceAll(/\s+/g, ' '))?.[1] ?? sql).toSorted();
}

async function withNote(author: Person, room: { id: string }): Promise<void> {
  const form = new FormData();
  form.append('roomId', room.id);
  form.append('file', new File(['A note'], 'note.txt'));
  const response = await fetch(`${server.url}/upload`, { method: 'POST', headers: author.bearer, body: form });
  const { id } = (await response.json()) as { id: string };
  await author.says('See the note', room, { attachmentIds: [id] });
}
