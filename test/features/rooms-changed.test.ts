import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { rolesIn } from '../support/people/members.js';
import { ADD, JOIN, Person, type RoomSettings, SEND, UPDATE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const BY_NAME = 'query ($name: String!) { roomByName(name: $name) { id } }';
const SEARCH = 'query ($query: String!) { rooms(query: $query) { nodes { id } } }';

const NAME: RoomSettings = { name: 'Another name' };
const TOPIC: RoomSettings = { topic: 'Another topic' };
const PRIVATE: RoomSettings = { visibility: 'PRIVATE' };

describe('the name and the topic', () => {
  it.each(['OWNER', 'MODERATOR'] as const)('are changed by somebody who is %s', async (role) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    if (role === 'MODERATOR') await ada.makes(ben, role, room);
    const name = `  New  ${aName()} `;
    const seen = await (role === 'OWNER' ? ada : ben).updates(room, { name, topic: ' Tea ' });
    expect(seen).toMatchObject({
      name: `New ${name.trim().split(' ').at(-1) ?? ''}`,
      topic: 'Tea',
      visibility: 'PUBLIC',
    });
  });

  it('are not changed by a member, a guest, an outsider or a visitor', async () => {
    const { ada, ben, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, guest]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    for (const settings of [NAME, TOPIC, PRIVATE, {}]) {
      for (const who of [ben, guest, otto]) await who.isRefused('FORBIDDEN', UPDATE, inputOf(room, settings));
      await ben.isRefused('FORBIDDEN', UPDATE, inputOf(secret, settings));
      await otto.isRefused('NOT_FOUND', UPDATE, inputOf(secret, settings));
      const { answer } = await exchange(server.url, UPDATE, inputOf(room, settings));
      expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    }
    expect(await kindsOfHappenings(ada, room)).not.toContain('RoomChanged');
    expect(await kindsOfHappenings(ada, secret)).not.toContain('RoomChanged');
  });

  it('are changed by nobody any more who has left, or is no moderator any more', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    for (const who of [ben, cleo]) await ada.makes(who, 'MODERATOR', room);
    await ben.leaves(room);
    await ada.makes(cleo, 'MEMBER', room);
    for (const who of [ben, cleo]) await who.isRefused('FORBIDDEN', UPDATE, inputOf(room, NAME));
  });

  it.each([
    ['name', null],
    ['name', ''],
    ['name', ' \n '],
    ['name', 'n'.repeat(81)],
    ['name', 'zero\u200Bwidth'],
    ['topic', 't'.repeat(251)],
    ['topic', 'a\0b'],
    ['visibility', null],
  ])('are refused out of their bounds: %s (%#)', async (field, value) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const refusal = await ada.isRefused('BAD_USER_INPUT', UPDATE, inputOf(room, { topic: 'Tea', [field]: value }));
    expect(refusal.extensions.field).toBe(field);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined']);
  });

  it('stay where they are left out; null takes the topic away', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    expect(await ada.updates(room, TOPIC)).toMatchObject({ name: room.name, topic: 'Another topic' });
    const renamed = { name: aName() };
    expect(await ada.updates(room, renamed)).toMatchObject({ ...renamed, topic: 'Another topic' });
    expect(await ada.updates(room, { topic: null })).toMatchObject({ ...renamed, topic: '' });
  });

  it('are what a search finds the room by from then on, and where it stands in lists', async () => {
    const { ada, otto } = await aCast(server);
    const [before, after, topic] = [aName(), `Écume ${aName()}`, aName()];
    const room = await ada.creates(before);
    await ada.updates(room, { name: after, topic });
    expect(await otto.asks(SEARCH, { query: before })).toEqual({ rooms: { nodes: [] } });
    for (const query of [after.toUpperCase().replace('É', 'e'), topic])
      expect(await otto.asks(SEARCH, { query })).toEqual({ rooms: { nodes: [{ id: room.id }] } });
    const [earlier, later] = [await ada.creates(`Eb ${aName()}`), await ada.creates(`Ed ${aName()}`)];
    const { rooms } = await otto.asks<{ rooms: { nodes: { id: string }[] } }>(SEARCH, { query: '' });
    const places = [earlier, room, later].map(({ id }) => rooms.nodes.findIndex((one) => one.id === id));
    expect(places.every((place) => place !== -1)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('a public room’s name', () => {
  it('is refused where another public room has it, however it is written, and nothing else changes either', async () => {
    const { ada, ben } = await aCast(server);
    const taken = `Straße ${aName()}`;
    await ben.creates(taken);
    const room = await aRoom(ada);
    for (const name of [taken, taken.toUpperCase(), taken.replace('ß', 'ss')]) {
      const { extensions, message } = await ada.isRefused('CONFLICT', UPDATE, inputOf(room, { name, topic: 'Tea' }));
      expect(extensions.field).toBe('name');
      expect(message).toBe('There is already a public room with this name. Choose another name.');
    }
    expect(await ada.updates(room, {})).toMatchObject({ name: room.name, topic: '' });
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined']);
  });

  it('may be written in another way, and the one from before is free', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    expect(await ada.updates(room, { name: room.name.toUpperCase() })).toMatchObject({ name: room.name.toUpperCase() });
    await ada.updates(room, { name: aName() });
    const other = await ben.creates(room.name);
    expect(await ben.asks(BY_NAME, { name: room.name })).toEqual({ roomByName: { id: other.id } });
  });

  it('is free once the room is private, and has to be free for it to be public again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await ada.updates(room, PRIVATE);
    expect(await ben.asks(BY_NAME, { name: room.name })).toEqual({ roomByName: null });
    await ben.creates(room.name);
    await ada.isRefused('CONFLICT', UPDATE, inputOf(room, { visibility: 'PUBLIC' }));
    expect(await ada.updates(room, {})).toMatchObject({ visibility: 'PRIVATE' });
    const name = aName();
    expect(await ada.updates(room, { name, visibility: 'PUBLIC' })).toMatchObject({ name, visibility: 'PUBLIC' });
    expect(await ben.asks(BY_NAME, { name })).toEqual({ roomByName: { id: room.id } });
  });

  it('may be that of a private room as well', async () => {
    const { ada, ben } = await aCast(server);
    const name = aName();
    await ben.creates(name);
    expect(await ada.updates(await aRoom(ada, [], 'PRIVATE'), { name })).toMatchObject({ name });
  });

  it('is given back by a room that was renamed, too, once everybody has left it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    const name = aName();
    await ada.updates(room, { name });
    await ada.leaves(room);
    await ben.creates(name);
    await ada.isRefused('CONFLICT', JOIN, { id: room.id });
  });
});

describe('who may see a room', () => {
  it('is changed by its owner, and by no moderator', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.makes(ben, 'MODERATOR', room);
    await ben.isRefused('FORBIDDEN', UPDATE, inputOf(room, { ...NAME, ...PRIVATE }));
    expect(await ben.updates(room, { visibility: 'PUBLIC', topic: 'As it was' })).toMatchObject({ name: room.name });
    expect(await ada.updates(room, PRIVATE)).toMatchObject({ visibility: 'PRIVATE', memberCount: 2 });
    expect(await otto.asks('query ($id: ID!) { room(id: $id) { id } }', { id: room.id })).toEqual({ room: null });
    await otto.isRefused('NOT_FOUND', JOIN, { id: room.id });
    await ben.isRefused('FORBIDDEN', UPDATE, inputOf(room, { visibility: 'PUBLIC' }));
    await ada.updates(room, { visibility: 'PUBLIC' });
    await otto.joins(room);
  });

  it('made private, the guests go and the others stay; a guest is not added any more', async () => {
    const { ada, ben } = await aCast(server);
    const guests = [await Person.entersAsGuest(server, aName()), await Person.entersAsGuest(server, aName())];
    const room = await aRoom(ada, [...guests, ben]);
    expect(await ada.updates(room, PRIVATE)).toMatchObject({ visibility: 'PRIVATE', memberCount: 2 });
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${ben.username} MEMBER`]);
    expect((await happenings(ada, room)).slice(-3)).toMatchObject([
      { __typename: 'RoomChanged', seq: 5, actor: { id: ada.id }, changes: ['VISIBILITY'] },
      ...guests.map(({ id }, place) => ({
        __typename: 'MemberLeft',
        seq: 6 + place,
        actor: { id: ada.id },
        user: { id },
      })),
    ]);
    for (const guest of guests) {
      await guest.isRefused('NOT_FOUND', SEND, { input: { roomId: room.id, body: 'Hello?' } });
      await ada.isRefused('FORBIDDEN', ADD, { id: room.id, user: guest.id });
    }
  });

  it('is not made private by a guest, who could not stay', async () => {
    const { ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(guest, [ben]);
    await guest.isRefused('FORBIDDEN', UPDATE, inputOf(room, PRIVATE));
    await guest.updates(room, { name: aName(), visibility: 'PUBLIC' });
    expect(await rolesIn(room, ben)).toHaveLength(2);
  });

  it('made public, whoever joins reads what was said before', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    await ada.says('Between us', room);
    await ada.updates(room, { visibility: 'PUBLIC' });
    await otto.joins(room);
    const { room: seen } = await otto.asks<{ room: unknown }>(
      'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { body } } } }',
      { id: room.id },
    );
    expect(seen).toEqual({ messages: { nodes: [{ body: 'Between us' }] } });
  });
});

describe('one change', () => {
  it('is one event, whatever it changes, and says what; one that changes nothing is none', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const name = aName();
    for (const settings of [{}, { name: ` ${room.name} `, topic: '', visibility: 'PUBLIC' }, { topic: null }] as const)
      await ada.updates(room, settings);
    await ada.updates(room, { name, topic: 'Tea', visibility: 'PRIVATE' });
    await ada.updates(room, { name, topic: 'Tea', visibility: 'PRIVATE' });
    await ada.updates(room, { topic: 'Coffee' });
    const CHANGES = `query ($id: ID!, $after: Cursor!) { events(after: $after, roomId: $id) {
      event { __typename ... on RoomChanged { seq changes visibility room { name topic } } } } }`;
    const { events } = await ada.asks<{ events: { event: { __typename: string } | null }[] }>(CHANGES, {
      id: room.id,
      after: room.eventCursor,
    });
    const now = { name, topic: 'Coffee' };
    expect(events.flatMap(({ event }) => (event?.__typename === 'RoomChanged' ? [event] : []))).toEqual([
      { __typename: 'RoomChanged', seq: 2, changes: ['NAME', 'TOPIC', 'VISIBILITY'], visibility: 'PRIVATE', room: now },
      { __typename: 'RoomChanged', seq: 3, changes: ['TOPIC'], visibility: null, room: now },
    ]);
  });

  it('keeps no name and no topic in the log', async () => {
    const { ada } = await aCast(server);
    const [room, name, topic] = [await aRoom(ada), randomUUID(), randomUUID()];
    await ada.updates(room, { name, topic });
    await ada.updates(room, { name: aName(), topic: null });
    expect(JSON.stringify(await storedEventsOf(room.id))).not.toMatch(new RegExp(`${name}|${topic}`));
    expect(await storedEventsOf(room.id)).toContainEqual({ v: 1, changes: ['NAME', 'TOPIC'], visibility: null });
  });

  it('stands in the history of the room, around what was said', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('one', room);
    await ada.updates(room, { name: aName() });
    await ada.says('two', room);
    await ada.says('three', room);
    await ada.updates(room, { topic: 'Tea', visibility: 'PRIVATE' });
    const PAGE = `query ($id: ID!, $last: Int!, $before: Cursor) { room(id: $id) { messages(last: $last, before: $before) {
      nodes { body } pageInfo { startCursor } roomChanges { __typename seq changes visibility actor { id } } } } }`;
    interface Page {
      readonly room: {
        readonly messages: { readonly pageInfo: { startCursor: string }; readonly roomChanges: unknown[] };
      };
    }
    const first = { __typename: 'RoomChanged', seq: 4, changes: ['NAME'], visibility: null, actor: { id: ada.id } };
    const last = { ...first, seq: 7, changes: ['TOPIC', 'VISIBILITY'], visibility: 'PRIVATE' };
    const { messages: newest } = (await ben.asks<Page>(PAGE, { id: room.id, last: 1 })).room;
    expect(newest.roomChanges).toEqual([last]);
    const { messages: middle } = (
      await ben.asks<Page>(PAGE, { id: room.id, last: 1, before: newest.pageInfo.startCursor })
    ).room;
    expect(middle.roomChanges).toEqual([first]);
    expect((await ben.asks<Page>(PAGE, { id: room.id, last: 50 })).room.messages.roomChanges).toEqual([first, last]);
    expect(await otto.asks(PAGE, { id: room.id, last: 1 })).toEqual({ room: null });
  });
});

function inputOf({ id }: { id: string }, settings: object): Record<string, unknown> {
  return { input: { roomId: id, ...settings } };
}

/** What the log keeps of a room's events beside their kind, actor and subject. */
async function storedEventsOf(roomId: string): Promise<unknown[]> {
  const kept = sql('select particulars from event where room_id = ? and particulars is not null order by seq');
  const rows = await server.app.get(Database).rows<{ particulars: string }>(kept, [roomId]);
  return rows.map(({ particulars }) => JSON.parse(particulars) as unknown);
}
