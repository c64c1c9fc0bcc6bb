import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  ALL_EVENTS,
  type FeedAnswer,
  type FeedItem,
  itemOf,
  PAGE_OF_EVENTS,
  ROOM_EVENTS,
} from '../support/feeds/feed.js';
import { bytesOf, get, upload } from '../support/files/uploads.js';
import { old, putOldDatabase } from '../support/old-database/old-database.js';
import { Ledger } from '../support/oracle/ledger.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import { expectFilesWhole } from '../support/oracle/stored-files.js';
import { Person } from '../support/people/person.js';
import { stateOf } from '../support/people/reading.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

const KITCHEN = { id: old.rooms.kitchen };
const PANTRY = { id: old.rooms.pantry };
/** What happened since Ben's client kept its cursors. */
const MISSED = ['MessageSent', 'MessageEdited', 'MemberRoleChanged', 'MessageSent', 'MessageDeleted', 'MemberLeft'];
const ROLES = `query ($after: Cursor!, $roomId: ID) { events(after: $after, roomId: $roomId) { event { ... on MemberRoleChanged { role user { username } } } } }`;
const BODIES = 'query ($id: ID!) { room(id: $id) { messages(first: 10) { nodes { number body } } } }';

it('a server of today goes on with a database from before events had owners: people, rooms, cursors, files', async () => {
  const server = await aSpawnedServer({
    environment: (folder) => {
      putOldDatabase(folder);
      return {};
    },
  });
  const ada = await Person.signsIn(server, 'ada');
  const ben = await Person.signsIn(server, 'ben');
  const cleo = await Person.signsIn(server, 'cleo');
  await cleo.isRefused(
    'FORBIDDEN',
    'mutation ($id: ID!) { sendMessage(input: { roomId: $id, body: "x" }) { message { id } } }',
    KITCHEN,
  );
  expect(await bodiesIn(ben)).toEqual(['Hello, everybody', 'What is there to eat?', 'This is what we need', '']);

  // What was missed meanwhile comes once, by every way to ask for it.
  const missed = await pageAfter(old.cursors.ofKitchen, KITCHEN.id);
  expect(missed.map(({ event }) => [event?.seq, event?.__typename])).toEqual(MISSED.map((kind, n) => [n + 6, kind]));
  expect(inRoom(await pageAfter(old.cursors.ofBen), KITCHEN.id)).toEqual(missed.map(({ event }) => event?.id));
  expect(inRoom(await pageAfter(old.cursors.ofBen), PANTRY.id)).toHaveLength(1);
  expect(inRoom(await followedAfter(ALL_EVENTS, { after: old.cursors.ofBen }), KITCHEN.id)).toEqual(
    missed.map(({ event }) => event?.id),
  );
  const followed = await followedAfter(ROOM_EVENTS, { after: old.cursors.ofKitchen, roomId: KITCHEN.id });
  expect(inRoom(followed, KITCHEN.id)).toEqual(missed.map(({ event }) => event?.id));
  const { events } = await ben.asks<{ events: { event: object }[] }>(ROLES, {
    after: old.cursors.ofKitchen,
    roomId: KITCHEN.id,
  });
  expect(events.map(({ event }) => event)).toContainEqual({ role: null, user: { username: 'ben' } });

  for (const person of [ada, ben]) {
    expect((await bytesOf(await get(person, `/uploads/${old.files.list}/list.txt`))).toString()).toBe(
      'Flour, sugar, butter\n',
    );
    for (const name of ['shelf.gif', 'thumbnail'])
      expect((await get(person, `/uploads/${old.files.picture}/${name}`)).status).toBe(200);
  }
  expect((await get(cleo, `/uploads/${old.files.list}/list.txt`)).status).toBe(404);

  // Who was in a room before it was known what they read has read all of it.
  expect(await stateOf(ben, KITCHEN)).toMatchObject({ lastReadNumber: 4, unreadCount: 0 });

  // It goes on where it was, also after it was stopped and started again.
  await ada.says('More', KITCHEN, { attachmentIds: [(await upload(ada, KITCHEN, 'more.txt', 'Eggs')).id] });
  expect(await server.stop()).toBe(0);
  await server.start();
  await cleo.joins(KITCHEN);
  await cleo.says('And milk', KITCHEN);
  expect(await stateOf(ben, KITCHEN)).toMatchObject({ lastReadNumber: 4, unreadCount: 2 });
  expect(await stateOf(cleo, KITCHEN)).toMatchObject({ lastReadNumber: 5, unreadCount: 0 });
  const since = await pageAfter(old.cursors.ofKitchen, KITCHEN.id);
  expect(since.map(({ event }) => event?.seq)).toEqual(since.map((_, n) => n + 6));
  expect(since.map(({ event }) => event?.__typename)).toEqual([
    ...MISSED,
    'MessageSent',
    'MemberJoined',
    'MessageSent',
  ]);
  expect((await bodiesIn(ben)).slice(4)).toEqual(['More', 'And milk']);
  using database = databaseIn(join(server.folder, 'data'));
  expectDense(database);
  expectSound(database);
  expectFilesWhole(server.folder, database, new Ledger());
  expect(server.said).not.toContain('"level":"error"');

  async function pageAfter(after: string, roomId?: string): Promise<FeedItem[]> {
    const variables = { after, first: 50, ...(roomId !== undefined && { roomId }) };
    const { events: items } = await ben.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, variables);
    return items.filter(({ event }) => event !== null);
  }

  async function followedAfter(query: string, variables: Record<string, string>): Promise<FeedItem[]> {
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, variables);
    return (await feed.until((answer) => itemOf(answer).mark === 'CAUGHT_UP')).map(itemOf);
  }
}, 300_000);

async function bodiesIn(person: Person): Promise<string[]> {
  const { room } = await person.asks<{ room: { messages: { nodes: { body: string }[] } } }>(BODIES, KITCHEN);
  return room.messages.nodes.map(({ body }) => body);
}

function inRoom(items: readonly FeedItem[], roomId: string): (string | undefined)[] {
  return items.flatMap(({ event }) => (event?.room?.id === roomId ? [event.id] : []));
}
