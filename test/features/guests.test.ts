import { describe, expect, it, vi } from 'vitest';
import { RoomsService } from '#server/rooms/rooms.service.js';
import {
  aName,
  enterAsGuest,
  login,
  logout,
  refreshSession,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { refusalIn } from '../support/requests/exchange.js';
import { happenings } from '../support/feeds/happenings.js';
import { CREATE, JOIN, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const HISTORY = 'query ($id: ID!) { room(id: $id) { messages { nodes { body author { displayName kind } } } } }';

describe('a guest', () => {
  it('enters with a nickname alone, and gets a username from the server', async () => {
    const nickname = `Zoë ${aName()}`.slice(0, 32);
    const { user, session } = signInOf(await enterAsGuest(server, { nickname }));
    expect(user).toMatchObject({ displayName: nickname, kind: 'GUEST' });
    expect(user.username).toMatch(/^guest-/);
    expect(await viewerOf(server, session.accessToken)).toBe(user.username);
  });

  it('takes no name that folds to somebody’s username or display name', async () => {
    const username = aName();
    const displayName = `The ${aName()}`;
    await register(server, { username, displayName, password: 'correct horse' });
    for (const nickname of [username, username.toUpperCase(), displayName.toUpperCase(), `${displayName} `]) {
      const { answer } = await enterAsGuest(server, { nickname });
      expect(refusalIn(answer)).toMatchObject({ code: 'CONFLICT', field: 'nickname' });
    }
  });

  it('takes no name of another guest, until that one has left', async () => {
    const nickname = aName();
    const first = signInOf(await enterAsGuest(server, { nickname }));
    expect(refusalIn((await enterAsGuest(server, { nickname })).answer).code).toBe('CONFLICT');
    await logout(server, { authorization: `Bearer ${first.session.accessToken}` });
    const second = signInOf(await enterAsGuest(server, { nickname }));
    expect(second.user.displayName).toBe(nickname);
    expect(second.user.id).not.toBe(first.user.id);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['33 characters', 'n'.repeat(33)],
    ['something invisible', 'a\u200Bda'],
  ])('gives a nickname, not %s', async (_, nickname) => {
    const { answer } = await enterAsGuest(server, { nickname });
    expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'nickname' });
  });

  it('makes public rooms and no private ones', async () => {
    const guest = await Person.entersAsGuest(server, aName());
    await guest.creates(aName());
    await guest.isRefused('FORBIDDEN', CREATE, { input: { name: aName(), visibility: 'PRIVATE' } });
  });
});

describe('a guest whose window was closed', () => {
  it('blocks the name for two minutes; then a namesake comes in beside them, and is told apart', async () => {
    const own = await aServer();
    const first = await Person.entersAsGuest(own, 'Zoë');
    own.clock.advance({ minutes: 1 });
    expect(refusalIn((await enterAsGuest(own, { nickname: 'Zoë' })).answer).code).toBe('CONFLICT');
    own.clock.advance({ minutes: 2 });
    const second = signInOf(await enterAsGuest(own, { nickname: 'ZOË' }));
    expect(second.user.displayName).toBe('ZOË (2)');
    // The second is here now, and yet the name itself is not theirs.
    expect(signInOf(await enterAsGuest(own, { nickname: 'Zoë' })).user.displayName).toBe('Zoë (3)');
    expect(refusalIn((await enterAsGuest(own, { nickname: 'zoë (2)' })).answer).code).toBe('CONFLICT');
    // Whoever comes back is who they were, and blocks the name again.
    const back = signInOf(await refreshSession(own, { refreshToken: first.refreshToken }));
    expect([back.user.id, back.user.displayName]).toEqual([first.id, 'Zoë']);
    expect(await viewerOf(own, back.session.accessToken)).toBe(first.username);
    expect(refusalIn((await enterAsGuest(own, { nickname: 'Zoë' })).answer).code).toBe('CONFLICT');
  });

  it('and one who only says nothing, with the page open, is nobody’s namesake', async () => {
    const own = await aServer();
    const first = await Person.entersAsGuest(own, 'Zoë');
    const socket = await first.opensSocket();
    own.clock.advance({ minutes: 10 });
    expect(refusalIn((await enterAsGuest(own, { nickname: 'Zoë' })).answer).code).toBe('CONFLICT');
    await socket.close();
    // The server hears of the end on its own side of the wire.
    const enters = async (): Promise<string | undefined> => {
      own.clock.advance({ minutes: 3 });
      const { answer } = await enterAsGuest(own, { nickname: 'Zoë' });
      return answer.data?.enterAsGuest?.user.displayName;
    };
    await expect.poll(enters).toBe('Zoë (2)');
  });

  it('gives the name of nobody who has an account, however long they are away', async () => {
    const own = await aServer();
    await Person.registers(own, 'ada', 'Ada');
    own.clock.advance({ days: 3 });
    for (const nickname of ['ada', 'ADA'])
      expect(refusalIn((await enterAsGuest(own, { nickname })).answer).code).toBe('CONFLICT');
  });
});

describe('a guest who signs out', () => {
  it('leaves every room with a MemberLeft, and what they said stays with their name', async () => {
    const { ada } = await aCast(server);
    const rooms = [await aRoom(ada), await aRoom(ada)];
    const nickname = aName();
    const guest = await Person.entersAsGuest(server, nickname);
    for (const room of rooms) {
      await guest.joins(room);
      await guest.says('Good evening', room);
    }
    await logout(server, guest.bearer);
    for (const room of rooms) {
      expect((await happenings(ada, room)).at(-1)).toMatchObject({ __typename: 'MemberLeft', user: { id: guest.id } });
      expect(await messagesOf(ada, room)).toEqual([
        { body: 'Good evening', author: { displayName: nickname, kind: 'GUEST' } },
      ]);
    }
  });

  it('cannot be brought into a room any more', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada);
    await logout(server, guest.bearer);
    await expect(ada.adds(guest, room)).rejects.toThrow('NOT_FOUND');
  });

  it('while they are coming into a room, or making one, is not left in it for ever', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const other = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada);
    const name = aName();
    goesMeanwhile('joinRoom', guest);
    goesMeanwhile('createRoom', other);
    await guest.isRefused('UNAUTHENTICATED', JOIN, { id: room.id });
    await other.isRefused('UNAUTHENTICATED', CREATE, { input: { name } });
    const { joined, made } = await ada.asks<{ joined: { memberCount: number }; made: unknown }>(
      'query ($id: ID!, $name: String!) { joined: room(id: $id) { memberCount } made: roomByName(name: $name) { id } }',
      { id: room.id, name },
    );
    expect(joined.memberCount).toBe(1);
    expect(made).toBeNull();
  });
});

describe('a guest who does not come back', () => {
  it('is gone 30 days after the last use, and not before', async () => {
    const own = await aServer();
    const nickname = aName();
    const guest = await Person.entersAsGuest(own, nickname);
    const ada = await Person.registers(own, aName());
    const room = await guest.creates('Veranda');
    await ada.joins(room);

    own.clock.advance({ days: 20 });
    const { session } = signInOf(await refreshSession(own, { refreshToken: guest.refreshToken }));
    own.clock.advance({ days: 29 });
    await own.restart();
    await comesBack(ada);
    expect((await happenings(ada, room)).map(({ __typename }) => __typename)).not.toContain('MemberLeft');

    own.clock.advance({ days: 2 });
    await own.restart();
    await comesBack(ada);
    expect(await happenings(ada, room)).toContainEqual(
      expect.objectContaining({ __typename: 'MemberLeft', user: { id: guest.id } }),
    );
    const late = await refreshSession(own, { refreshToken: session.refreshToken });
    expect(refusalIn(late.answer).code).toBe('UNAUTHENTICATED');
    expect(signInOf(await enterAsGuest(own, { nickname })).user.displayName).toBe(nickname);
  });
});

describe('a server with GUESTS=off', async () => {
  const closed = await aServer({ GUESTS: 'off' });

  it('takes no guests', async () => {
    expect(refusalIn((await enterAsGuest(closed, { nickname: 'Zoë' })).answer).code).toBe('FORBIDDEN');
  });
});

/** They sign out after the server has found out who asks, and before it does what they ask. */
function goesMeanwhile(verb: 'joinRoom' | 'createRoom', guest: Person): void {
  const rooms = server.app.get(RoomsService, { strict: false });
  const done = rooms[verb].bind(rooms) as (...asked: unknown[]) => Promise<never>;
  vi.spyOn(rooms, verb).mockImplementationOnce(async (...asked: unknown[]) => {
    await logout(server, guest.bearer);
    return done(...asked);
  });
}

async function messagesOf(reader: Person, { id }: { id: string }) {
  const { room } = await reader.asks<{ room: { messages: { nodes: unknown[] } } }>(HISTORY, { id });
  return room.messages.nodes;
}

/** Signs in anew: the old access token has run out long ago. */
async function comesBack(person: Person): Promise<void> {
  const signedIn = await login(person.server, { username: person.username, password: 'a long password' });
  person.accessToken = signInOf(signedIn).session.accessToken;
}
