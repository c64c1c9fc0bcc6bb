import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { PAGE_OF_EVENTS } from '../support/feeds/feed.js';
import { ADD, JOIN, Person, REMOVE, SEND, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const LOOK = `query ($id: ID!) { room(id: $id) {
  name memberCount viewerMembership { role } eventCursor members { totalCount } messages { nodes { body } }
} }`;
const SEARCH = 'query ($query: String!) { rooms(query: $query) { totalCount nodes { id } } }';

interface Look {
  readonly room: Record<string, unknown> | null;
}

describe('a public room', () => {
  it('shows an outsider what it is, and nothing of what goes on in it', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    await ada.says('Good evening', room);
    expect(await otto.asks(LOOK, { id: room.id })).toEqual({
      room: {
        name: room.name,
        memberCount: 1,
        viewerMembership: null,
        eventCursor: null,
        members: null,
        messages: null,
      },
    });
  });

  it('shows a member everything', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Good evening', room);
    const { room: seen } = await ben.asks<Look>(LOOK, { id: room.id });
    expect(seen).toMatchObject({
      memberCount: 2,
      viewerMembership: { role: 'MEMBER' },
      members: { totalCount: 2 },
      messages: { nodes: [{ body: 'Good evening' }] },
    });
    expect(seen?.eventCursor).toEqual(expect.any(String));
  });

  it('asks an outsider who acts in it to join', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    for (const [action, variables] of actionsIn(room, otto)) await otto.isRefused('FORBIDDEN', action, variables);
  });
});

describe('a private room', () => {
  it('does not exist for an outsider, whether they look, search or act', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    expect(await otto.asks(LOOK, { id: room.id })).toEqual({ room: null });
    expect(await otto.asks(SEARCH, { query: room.name })).toEqual({ rooms: { totalCount: 0, nodes: [] } });
    for (const [action, variables] of [...actionsIn(room, otto), [JOIN, { id: room.id }] as const]) {
      await otto.isRefused('NOT_FOUND', action, variables);
    }
  });

  it('is answered for like a room that never was', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    const hidden = await otto.isRefused('NOT_FOUND', JOIN, { id: room.id });
    for (const id of ['0199a000-0000-7000-8000-000000000000', 'no id at all', '', "'; drop table room; --", '\0']) {
      expect(await otto.isRefused('NOT_FOUND', JOIN, { id })).toEqual(hidden);
      expect(await otto.asks(LOOK, { id })).toEqual({ room: null });
    }
  });

  it('is seen and found by its members', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    expect((await ben.asks<Look>(LOOK, { id: room.id })).room).toMatchObject({ members: { totalCount: 2 } });
    expect(await ben.asks(SEARCH, { query: room.name })).toEqual({
      rooms: { totalCount: 1, nodes: [{ id: room.id }] },
    });
  });

  it('is out of sight again for one who has left or was removed', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo], 'PRIVATE');
    await ben.leaves(room);
    await ada.removes(cleo, room);
    for (const former of [ben, cleo]) {
      expect(await former.asks(LOOK, { id: room.id })).toEqual({ room: null });
      await former.isRefused('NOT_FOUND', SEND, { input: { roomId: room.id, body: 'Hello?' } });
    }
  });
});

describe('looking somebody up by username', () => {
  const WHO = 'query ($username: String!) { userByUsername(username: $username) { id } }';

  it('finds who has exactly this username, in any case', async () => {
    const { ada, otto } = await aCast(server);
    const found = { userByUsername: { id: ada.id } };
    expect(await otto.asks(WHO, { username: ada.username })).toEqual(found);
    expect(await otto.asks(WHO, { username: ada.username.toUpperCase() })).toEqual(found);
    expect(await otto.asks(WHO, { username: ada.username.slice(1) })).toEqual({ userByUsername: null });
  });

  it('refuses what is no username', async () => {
    const { ada } = await aCast(server);
    await ada.isRefused('BAD_USER_INPUT', WHO, { username: 'a\0b' });
    await ada.isRefused('BAD_USER_INPUT', WHO, { username: 'a'.repeat(33) });
  });
});

/** What only members do in a room. */
function actionsIn({ id }: { id: string }, somebody: Person): (readonly [string, Record<string, unknown>])[] {
  return [
    [SEND, { input: { roomId: id, body: 'Hello?' } }],
    [ADD, { id, user: somebody.id }],
    [REMOVE, { id, user: somebody.id }],
    [SET_ROLE, { id, user: somebody.id, role: 'OWNER' }],
    ['mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }', { id }],
    [PAGE_OF_EVENTS, { roomId: id, after: 'whatever' }],
  ];
}
