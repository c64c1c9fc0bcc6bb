import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { login, logout, refreshSession, register, signInOf, viewerOf } from '../support/people/accounts.js';
import {
  accountOf,
  accountsFor,
  anAdministrator,
  appoints,
  CREATE_PASSWORD_RESET,
  DISABLE,
  disables,
  ENABLE,
  enables,
  END_SESSIONS,
  endsSessions,
  SET_ADMINISTRATOR,
  toldAbout,
} from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { upload } from '../support/files/uploads.js';
import { accepts, invites } from '../support/people/invitations.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { refusalIn } from '../support/requests/exchange.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const administrator = await anAdministrator(server);

describe('the accounts of a server', () => {
  it('are found by any part of their names, and told with what they do here', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await aRoom(ben, [ada]);
    const { size } = await upload(ada, room, 'notes.txt', 'Hello');
    await Person.signsIn(server, ada.username);
    const { nodes, totalCount } = await accountsFor(administrator, { query: ada.username.toUpperCase() });
    expect(nodes.map(({ user }) => user.id)).toEqual([ada.id]);
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({
      isAdministrator: false,
      disabledAt: null,
      sessionCount: 2,
      roomCount: 2,
      ownedRoomCount: 1,
      fileBytes: size,
    });
    expect(await accountOf(administrator, ada)).toEqual(nodes[0]);
  });

  it('say when somebody was last here, also after they have signed out', async () => {
    const otto = await Person.registers(server, 'otto.who.comes.back');
    server.clock.advance({ minutes: 14 });
    const again = signInOf(await refreshSession(server, { refreshToken: otto.refreshToken }));
    const lastSeenAt = server.clock.now().getTime();
    const found = await accountOf(administrator, otto);
    expect(Math.abs(Date.parse(found?.lastSeenAt ?? '') - lastSeenAt)).toBeLessThan(60_000);
    await logout(server, { authorization: `Bearer ${again.session.accessToken}` });
    expect(await viewerOf(server, again.session.accessToken)).toBeNull();
    expect(await accountOf(administrator, otto)).toMatchObject({ lastSeenAt: found?.lastSeenAt, sessionCount: 0 });
    server.clock.advance({ minutes: -14 });
  });

  it('are told apart: people, guests, administrators, and those who are kept out', async () => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, `Guest of ${ada.username}`);
    await appoints(administrator, ada);
    await disables(administrator, ben);
    const idsOf = async (filter: string): Promise<string[]> => {
      const { nodes } = await accountsFor(administrator, { filter, first: 100 });
      return nodes.map(({ user }) => user.id);
    };
    const all = [ada.id, ben.id, guest.id];
    const among = async (filter: string): Promise<string[]> =>
      (await idsOf(filter)).filter((id) => all.includes(id)).toSorted();
    expect(await among('EVERYBODY')).toEqual(all.toSorted());
    expect(await among('PEOPLE')).toEqual([ada.id, ben.id].toSorted());
    expect(await among('GUESTS')).toEqual([guest.id]);
    expect(await among('ADMINISTRATORS')).toEqual([ada.id]);
    expect(await among('DISABLED')).toEqual([ben.id]);
    await guest.asks('mutation { logout { ok } }');
    expect(await among('GUESTS')).toEqual([]);
    expect(await accountOf(administrator, guest)).toBeNull();
    await appoints(administrator, ada, false);
  });

  it('come once each, in one order, however large the pages are', async () => {
    const { totalCount } = await accountsFor(administrator);
    const { nodes: all } = await accountsFor(administrator, { first: 100 });
    expect(all).toHaveLength(Math.min(100, totalCount));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (first) => {
        const seen: string[] = [];
        for (let after: string | null = null; ;) {
          const { nodes, pageInfo } = await accountsFor(administrator, { first, after });
          seen.push(...nodes.map(({ user }) => user.id));
          if (!pageInfo.hasNextPage || seen.length >= 100) break;
          after = pageInfo.endCursor;
        }
        expect(seen.slice(0, 100)).toEqual(all.map(({ user }) => user.id));
      }),
      { numRuns: 4 },
    );
  });

  it('are none where nothing of the kind is searched for, and whoever asks for nobody gets nobody', async () => {
    expect(await accountsFor(administrator, { query: 'nobody is called that' })).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
    expect(await accountsFor(administrator, { query: ', ;' })).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await accountOf(administrator, { id: 'nobody' })).toBeNull();
    for (const first of [0, 101])
      await administrator.isRefused(
        'BAD_USER_INPUT',
        'query ($first: Int) { accounts(first: $first) { totalCount } }',
        { first },
      );
  });
});

describe('to end all sessions of somebody', () => {
  it('signs them out at once, sockets too, and lets them sign in again', async () => {
    const { ada } = await aCast(server);
    const elsewhere = await Person.signsIn(server, ada.username);
    const sockets = [await ada.opensSocket(), await elsewhere.opensSocket()];
    expect(await endsSessions(administrator, ada)).toMatchObject({ user: { id: ada.id }, sessionCount: 0 });
    for (const socket of sockets) expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, ada.accessToken)).toBeNull();
    expect(refusalIn((await refreshSession(server, { refreshToken: ada.refreshToken })).answer).code).toBe(
      'UNAUTHENTICATED',
    );
    expect(signInOf(await login(server, { username: ada.username, password: PASSWORD })).user.id).toBe(ada.id);
    expect(actionsIn(await toldAbout(administrator, ada))).toContain(`SESSIONS_ENDED by ${administrator.id}`);
  });

  it('is the end of a guest’s visit, who leaves the rooms', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const guest = await Person.entersAsGuest(server, `Visitor of ${ada.username}`);
    await guest.joins(room);
    expect(await endsSessions(administrator, guest)).toBeNull();
    expect(await viewerOf(server, guest.accessToken)).toBeNull();
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MemberLeft');
  });

  it('of nobody is NOT_FOUND', async () => {
    for (const id of ['nobody', '00000000-0000-7000-8000-000000000000'])
      for (const mutation of [END_SESSIONS, DISABLE, ENABLE, CREATE_PASSWORD_RESET])
        await administrator.isRefused('NOT_FOUND', mutation, { id });
  });
});

describe('a disabled account', () => {
  it('is signed out at once, sockets too, and cannot come back until it is enabled', async () => {
    const { ada } = await aCast(server);
    const socket = await ada.opensSocket();
    expect((await disables(administrator, ada)).disabledAt).not.toBeNull();
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, ada.accessToken)).toBeNull();
    expect(refusalIn((await refreshSession(server, { refreshToken: ada.refreshToken })).answer).code).toBe(
      'UNAUTHENTICATED',
    );
    const tried = await login(server, { username: ada.username, password: PASSWORD });
    expect(refusalIn(tried.answer)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('disabled') as string,
    });
    expect((await enables(administrator, ada)).disabledAt).toBeNull();
    expect(signInOf(await login(server, { username: ada.username, password: PASSWORD })).user.id).toBe(ada.id);
    expect(actionsIn(await toldAbout(administrator, ada))).toEqual(
      expect.arrayContaining([
        `ACCOUNT_DISABLED by ${administrator.id}`,
        'SIGN_IN_REFUSED by nobody',
        `ACCOUNT_ENABLED by ${administrator.id}`,
      ]),
    );
  });

  it('is told of to whoever knows the password alone', async () => {
    const { ada } = await aCast(server);
    await disables(administrator, ada);
    const guessed = refusalIn((await login(server, { username: ada.username, password: 'a wrong one' })).answer);
    const unknown = refusalIn((await login(server, { username: 'nobody.at.all', password: 'a wrong one' })).answer);
    expect(guessed).toEqual(unknown);
  });

  it('leaves what they said and where they are as it was', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ben.says('I was here', room);
    await disables(administrator, ben);
    const query = `query ($id: ID!) { room(id: $id) { memberCount messages(last: 1) { nodes { body author { id } } } } }`;
    expect(await ada.asks(query, { id: room.id })).toEqual({
      room: { memberCount: 2, messages: { nodes: [{ body: 'I was here', author: { id: ben.id } }] } },
    });
  });

  it('does not sign in where it was disabled between the password and the session', async () => {
    const { ada } = await aCast(server);
    const { first } = await oneAfterTheOther(
      server,
      async () => refusalIn((await login(server, { username: ada.username, password: PASSWORD })).answer).code,
      () => disables(administrator, ada),
    );
    expect(first).toBe('FORBIDDEN');
    expect(await accountOf(administrator, ada)).toMatchObject({ sessionCount: 0 });
  });

  it('is not given again to whoever lost the answer to their registration', async () => {
    const input = { username: 'dora.once', password: PASSWORD, nonce: crypto.randomUUID() };
    const { user } = signInOf(await register(server, input));
    await disables(administrator, user);
    expect(refusalIn((await register(server, input)).answer).code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(await accountOf(administrator, user)).toMatchObject({ sessionCount: 0 });
  });

  it('gives nobody a way in: its invitations count no more, and do again once it is enabled', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const invitation = await invites(ben, room);
    await appoints(administrator, ben);
    const toServer = await invites(ben, null);
    await disables(administrator, ben);
    for (const { code } of [invitation, toServer])
      expect(await otto.asks('query ($code: String!) { invitation(code: $code) { id } }', { code })).toEqual({
        invitation: null,
      });
    await enables(administrator, ben);
    expect(await accepts(otto, invitation)).toBe(room.id);
    await appoints(administrator, ben, false);
  });

  it('twice is no error and no second entry', async () => {
    const { ada } = await aCast(server);
    for (const change of [disables, disables, enables, enables]) await change(administrator, ada);
    const told = actionsIn(await toldAbout(administrator, ada));
    expect(told.filter((entry) => entry.startsWith('ACCOUNT_'))).toHaveLength(2);
  });

  it('is nobody’s own, and no guest’s', async () => {
    const guest = await Person.entersAsGuest(server, 'A guest to keep');
    await administrator.isRefused('FORBIDDEN', DISABLE, { id: administrator.id });
    for (const mutation of [DISABLE, ENABLE, CREATE_PASSWORD_RESET])
      await administrator.isRefused('FORBIDDEN', mutation, { id: guest.id });
    expect(await viewerOf(server, guest.accessToken)).toBe(guest.username);
  });

  it('becomes no administrator, and gets no link', async () => {
    const { ada } = await aCast(server);
    await disables(administrator, ada);
    await administrator.isRefused('FORBIDDEN', SET_ADMINISTRATOR, { id: ada.id, is: true });
    await administrator.isRefused('FORBIDDEN', CREATE_PASSWORD_RESET, { id: ada.id });
  });
});

describe('the last administrator who can sign in', () => {
  it('stays, whoever else is one and kept out', async () => {
    const other = await aServer();
    const ada = await anAdministrator(other, 'ada');
    const ben = await Person.registers(other, 'ben');
    await appoints(ada, ben);
    await disables(ada, ben);
    await ada.isRefused('CONFLICT', SET_ADMINISTRATOR, { id: ada.id, is: false });
    await enables(ada, ben);
    await ada.asks(SET_ADMINISTRATOR, { id: ada.id, is: false });
  });

  it('is one of two who disable each other at the same time', async () => {
    const other = await aServer();
    const ada = await anAdministrator(other, 'ada');
    const ben = await Person.registers(other, 'ben');
    await appoints(ada, ben);
    const { first } = await oneAfterTheOther(
      other,
      () =>
        disables(ada, ben).then(
          () => 'done',
          () => 'refused',
        ),
      () => disables(ben, ada),
    );
    expect(first).toBe('refused');
    expect(await accountsFor(await Person.signsIn(other, 'ben'), { filter: 'DISABLED' })).toMatchObject({
      totalCount: 1,
    });
  });
});

function actionsIn(entries: Awaited<ReturnType<typeof toldAbout>>): string[] {
  return entries.map(({ action, actor }) => `${action} by ${actor?.id ?? 'nobody'}`);
}
