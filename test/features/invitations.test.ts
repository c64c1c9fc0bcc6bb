import { describe, expect, it } from 'vitest';
import { aName, enterAsGuest, register } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import {
  ACCEPT,
  accepts,
  becomesAdministrator,
  invitationsInto,
  INVITE,
  invites,
  REVOKE,
  revokes,
} from '../support/people/invitations.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { dataOf } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
/** Registration is on until Ada is there: nobody else could invite anybody. */
const environment = { REGISTRATION: 'on' };
const closed = await aServer(environment);
const founder = await Person.registers(closed, 'ada');
await becomesAdministrator(founder, closed);
environment.REGISTRATION = 'off';
await closed.restart();

const SHOWN = `query ($code: String!) { invitation(code: $code) {
  code room { id } roomName createdBy { username } usesLeft allowsRegistration
} }`;
const MEMBERS = 'query ($id: ID!) { room(id: $id) { members { nodes { user { username } } } } }';
const AUDIT = '{ auditLog { nodes { action actor { id } subject { id } roomId } } }';
const NEVER_MADE = { code: 'AAAAAAAAAAAAAAAAAAAAAA' };

describe('an invitation into a room', () => {
  it('brings in whoever has an account and follows it, also into a private room', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    const invitation = await invites(ada, room);
    expect(invitation).toMatchObject({ path: `/invite/${invitation.code}`, usesLeft: null, allowsRegistration: false });
    expect(await accepts(otto, invitation)).toBe(room.id);
    expect(await namesIn(ada, room)).toEqual([ada.username, otto.username]);
  });

  it('makes an account on the way, and a guest where the room is public', async () => {
    const { ada } = await aCast(server);
    const [hidden, open] = [await aRoom(ada, [], 'PRIVATE'), await aRoom(ada)];
    const username = aName();
    const newcomer = await register(server, {
      username,
      password: PASSWORD,
      invitationCode: (await invites(ada, hidden)).code,
    });
    expect(dataOf(newcomer.answer).register.user.username).toBe(username);
    expect(await namesIn(ada, hidden)).toEqual([ada.username, username]);

    const { code: invitationCode } = await invites(ada, open);
    const guest = dataOf((await enterAsGuest(server, { nickname: aName(), invitationCode })).answer).enterAsGuest;
    expect(await namesIn(ada, open)).toEqual([ada.username, guest.user.username]);
  });

  it('lets no guest into a private room, with an account or without, and makes none of either', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    const { code } = await invites(ada, room, { uses: 1 });
    const nickname = aName();
    const refused = await enterAsGuest(server, { nickname, invitationCode: code });
    expect(refusalIn(refused.answer)).toMatchObject({ code: 'FORBIDDEN' });
    // Nobody has taken the name.
    const guest = await Person.entersAsGuest(server, nickname);
    await guest.isRefused('FORBIDDEN', ACCEPT, { code });
    expect((await invitationsInto(ada, room))?.[0]?.usesLeft).toBe(1);
  });

  it('says to a visitor where it leads, and shows the room itself only to those who may see it', async () => {
    const { ada, otto } = await aCast(server);
    const [hidden, open] = [await aRoom(ada, [], 'PRIVATE'), await aRoom(ada)];
    const [toHidden, toOpen] = [await invites(ada, hidden, { uses: 3 }), await invites(ada, open)];
    expect(await shownTo(null, toHidden)).toEqual({
      code: null,
      room: null,
      roomName: hidden.name,
      createdBy: { username: ada.username },
      usesLeft: 3,
      allowsRegistration: false,
    });
    expect(await shownTo(otto, toHidden)).toMatchObject({ code: null, room: null, roomName: hidden.name });
    // Whoever is in a public room may invite to it; Otto is not.
    expect(await shownTo(otto, toOpen)).toMatchObject({ code: null, room: { id: open.id } });
    expect(await shownTo(ada, toOpen)).toMatchObject({ code: toOpen.code, room: { id: open.id } });
    expect(await shownTo(null, NEVER_MADE)).toBeNull();
  });

  it('is used up by as many as it is for; who is in already takes none, however often they follow it', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const invitation = await invites(ada, room, { uses: 1 });
    for (let time = 0; time < 2; time += 1) expect(await accepts(ben, invitation)).toBe(room.id);
    const outcomes = await Promise.allSettled([cleo, otto].map((who) => accepts(who, invitation)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await namesIn(ada, room)).toHaveLength(3);
    expect(await shownTo(null, invitation)).toBeNull();
    const late = await register(server, { username: aName(), password: PASSWORD, invitationCode: invitation.code });
    expect(refusalIn(late.answer)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends with its time', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const inAnHour = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    const invitation = await invites(ada, room, { expiresAt: inAnHour });
    server.clock.advance({ minutes: 59 });
    expect(await shownTo(null, invitation)).not.toBeNull();
    server.clock.advance({ minutes: 2 });
    expect(await shownTo(null, invitation)).toBeNull();
    expect(await invitationsInto(await Person.signsIn(server, ada.username), room)).toEqual([]);
    const ottos = await Person.signsIn(server, otto.username);
    await ottos.isRefused('NOT_FOUND', ACCEPT, invitationCode(invitation));
  });

  it('has seven days where nothing is said, and no end where that is asked for', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const [short, endless] = [await invites(ada, room), await invites(ada, room, { expiresAt: null })];
    expect(Date.parse(short.expiresAt ?? '') - server.clock.now().getTime()).toBeCloseTo(7 * 86_400_000, -5);
    expect(endless.expiresAt).toBeNull();
    server.clock.advance({ days: 500 });
    const ottos = await Person.signsIn(server, otto.username);
    await ottos.isRefused('NOT_FOUND', ACCEPT, invitationCode(short));
    expect(await accepts(ottos, endless)).toBe(room.id);
  });

  it('ends when it is revoked, twice like once', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const invitation = await invites(ada, room);
    await revokes(ada, invitation);
    await revokes(ada, invitation);
    await otto.isRefused('NOT_FOUND', ACCEPT, invitationCode(invitation));
    expect(await shownTo(null, invitation)).toBeNull();
  });

  it('is revoked by an administrator as well, who is told where it leads and who gave it, but not the link', async () => {
    const { ben } = await aCastWhereRegistrationIsOff();
    const room = await aRoom(ben, [], 'PRIVATE');
    const invitation = await invites(ben, room);
    const found = (await everyInvitationToRooms()).find(({ id }) => id === invitation.id);
    expect(found).toEqual({
      id: invitation.id,
      code: null,
      path: null,
      room: null,
      roomName: room.name,
      createdBy: { username: ben.username },
    });
    await revokes(founder, invitation);
    expect(await shownTo(null, invitation, closed)).toBeNull();
    expect((await everyInvitationToRooms()).map(({ id }) => id)).not.toContain(invitation.id);
  });

  it('stands once among all of them, the newest first, also where others between them have ended', async () => {
    const { ben } = await aCastWhereRegistrationIsOff();
    const room = await aRoom(ben);
    const made: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const uses = count % 3 === 0 ? 1 : 5;
      const invitation = await invites(ben, room, { uses });
      if (uses === 1) await accepts((await aCastWhereRegistrationIsOff()).cleo, invitation);
      else made.unshift(invitation.id);
    }
    expect((await everyInvitationToRooms()).map(({ id }) => id).slice(0, made.length)).toEqual(made);
  });

  it.each(['leaves', 'is removed', 'is no moderator any more'] as const)(
    'ends when whoever gave it %s',
    async (what) => {
      const { ada, ben, otto } = await aCast(server);
      const room = await aRoom(ada, [ben], 'PRIVATE');
      await ada.makes(ben, 'MODERATOR', room);
      const invitation = await invites(ben, room);
      if (what === 'leaves') await ben.leaves(room);
      else if (what === 'is removed') await ada.removes(ben, room);
      else await ada.makes(ben, 'MEMBER', room);
      await otto.isRefused('NOT_FOUND', ACCEPT, invitationCode(invitation));
      expect(await invitationsInto(ada, room)).toEqual([]);
    },
  );

  it('of a plain member ends when the room is made private', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const [bens, adas] = [await invites(ben, room), await invites(ada, room)];
    await ada.updates(room, { visibility: 'PRIVATE' });
    await otto.isRefused('NOT_FOUND', ACCEPT, invitationCode(bens));
    expect(await accepts(otto, adas)).toBe(room.id);
  });

  it('is for whoever may bring somebody in: in a private room its owner and moderators, and never a guest', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const [hidden, open] = [await aRoom(ada, [ben, cleo], 'PRIVATE'), await aRoom(ada, [ben])];
    await ada.makes(cleo, 'MODERATOR', hidden);
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(open);
    await otto.isRefused('NOT_FOUND', INVITE, { input: { roomId: hidden.id } });
    await otto.isRefused('FORBIDDEN', INVITE, { input: { roomId: open.id } });
    await ben.isRefused('FORBIDDEN', INVITE, { input: { roomId: hidden.id } });
    await guest.isRefused('FORBIDDEN', INVITE, { input: { roomId: open.id } });
    await invites(cleo, hidden);
    await invites(ben, open);
    expect(await invitationsInto(ben, hidden)).toBeNull();
    expect(await invitationsInto(guest, open)).toBeNull();
    expect(await invitationsInto(otto, open)).toBeNull();
    expect(await invitationsInto(ada, hidden)).toHaveLength(1);
    expect(await invitationsInto(ben, open)).toHaveLength(1);
  });

  it('is revoked by whoever gave it, or looks after the room, and by nobody else', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const [bens, adas] = [await invites(ben, room), await invites(ada, room)];
    await cleo.isRefused('FORBIDDEN', REVOKE, { id: bens.id });
    await otto.isRefused('FORBIDDEN', REVOKE, { id: bens.id });
    await ben.isRefused('FORBIDDEN', REVOKE, { id: adas.id });
    await revokes(ada, bens);
    await ada.makes(ben, 'MODERATOR', room);
    await revokes(ben, adas);
    expect(await invitationsInto(ada, room)).toEqual([]);
  });

  it('has bounds', async () => {
    const { ada } = await aCast(server);
    const { id: roomId } = await aRoom(ada);
    const past = new Date(server.clock.now().getTime() - 1000).toISOString();
    const inTwoYears = new Date(server.clock.now().getTime() + 2 * 366 * 86_400_000).toISOString();
    for (const input of [{ uses: 0 }, { uses: 10_001 }, { expiresAt: past }, { expiresAt: inTwoYears }])
      await ada.isRefused('BAD_USER_INPUT', INVITE, { input: { roomId, ...input } });
    for (let made = 0; made < 100; made += 1) await invites(ada, { id: roomId }, { uses: 1 });
    await ada.isRefused('CONFLICT', INVITE, { input: { roomId } });
    await revokes(ada, (await invitationsInto(ada, { id: roomId }))?.[0] ?? { id: '' });
    await invites(ada, { id: roomId });
  });
});

describe('an invitation to the server', () => {
  it('makes accounts also where registration is off, for as long as who gave it is an administrator', async () => {
    const { ada, ben } = await aCastWhereRegistrationIsOff();
    const invitation = await invites(ada, null, { uses: 2, allowsRegistration: true });
    const username = aName();
    const input = { username, password: PASSWORD };
    expect(refusalIn((await register(closed, input)).answer)).toMatchObject({ code: 'FORBIDDEN' });
    const invited = { ...input, invitationCode: invitation.code };
    expect(dataOf((await register(closed, invited)).answer).register.user.username).toBe(username);
    expect(await shownTo(null, invitation, closed)).toMatchObject({ usesLeft: 1, roomName: null, room: null });

    await ada.asks(SET_ADMINISTRATOR, { user: ben.id, is: true });
    await ben.asks(SET_ADMINISTRATOR, { user: ada.id, is: false });
    const late = await register(closed, { ...invited, username: aName() });
    expect(refusalIn(late.answer)).toMatchObject({ code: 'NOT_FOUND' });
    await ben.asks(SET_ADMINISTRATOR, { user: ada.id, is: true });
  });

  it('or into a room makes no account where registration is off, unless it says so', async () => {
    const { ada, ben } = await aCastWhereRegistrationIsOff();
    const room = await aRoom(ben);
    const { code: invitationCode } = await invites(ben, room);
    const refused = await register(closed, { username: aName(), password: PASSWORD, invitationCode });
    expect(refusalIn(refused.answer)).toMatchObject({ code: 'FORBIDDEN' });
    await ada.joins(room);
    const admitting = await invites(ada, room, { allowsRegistration: true });
    const username = aName();
    const admitted = await register(closed, { username, password: PASSWORD, invitationCode: admitting.code });
    expect(dataOf(admitted.answer).register.user.username).toBe(username);
    expect(await namesIn(ben, room)).toContain(username);
  });

  it('is made, seen and revoked by administrators alone, and so is one that makes accounts', async () => {
    const { ada, ben } = await aCastWhereRegistrationIsOff();
    const room = await aRoom(ben);
    await ben.isRefused('FORBIDDEN', INVITE, { input: {} });
    await ben.isRefused('FORBIDDEN', INVITE, { input: { roomId: room.id, allowsRegistration: true } });
    await ben.isRefused('FORBIDDEN', SERVER_INVITATIONS);
    const invitation = await invites(ada, null);
    await ben.isRefused('FORBIDDEN', REVOKE, { id: invitation.id });
    const { serverInvitations } = await ada.asks<{ serverInvitations: { id: string }[] }>(SERVER_INVITATIONS);
    expect(serverInvitations.map(({ id }) => id)).toContain(invitation.id);
    await revokes(ada, invitation);
    expect(await shownTo(null, invitation, closed)).toBeNull();
  });

  it('that was followed is asked again with the same nonce, and takes one use of it', async () => {
    const { ada } = await aCastWhereRegistrationIsOff();
    const invitation = await invites(ada, null, { uses: 1, allowsRegistration: true });
    const input = {
      username: aName(),
      password: PASSWORD,
      nonce: crypto.randomUUID(),
      invitationCode: invitation.code,
    };
    const [first, second] = [await register(closed, input), await register(closed, input)];
    expect(dataOf(second.answer).register.user.id).toBe(dataOf(first.answer).register.user.id);
  });
});

it('tells the audit log who invited, who came by it, and who ended it', async () => {
  const { ada, ben, cleo } = await aCastWhereRegistrationIsOff();
  const room = await aRoom(ben);
  const invitation = await invites(ben, room);
  await accepts(cleo, invitation);
  await revokes(ben, invitation);
  const { auditLog } = await ada.asks<{ auditLog: { nodes: { action: string; roomId: string | null }[] } }>(AUDIT);
  const about = auditLog.nodes.filter(({ roomId }) => roomId === room.id);
  expect(about.toReversed()).toMatchObject([
    { action: 'INVITATION_CREATED', actor: { id: ben.id }, subject: null },
    { action: 'INVITATION_ACCEPTED', actor: { id: cleo.id }, subject: { id: ben.id } },
    { action: 'INVITATION_REVOKED', actor: { id: ben.id }, subject: null },
  ]);
});

const SET_ADMINISTRATOR = `mutation ($user: ID!, $is: Boolean!) {
  setAdministrator(input: { userId: $user, isAdministrator: $is }) { user { id } }
}`;
const INVITATIONS_TO_ROOMS = `query ($after: Cursor) { invitationsToRooms(first: 2, after: $after) {
  nodes { id code path room { id } roomName createdBy { username } } pageInfo { hasNextPage endCursor }
} }`;
const SERVER_INVITATIONS = '{ serverInvitations { id code } }';

interface ListedInvitation {
  readonly id: string;
  readonly code: string | null;
}

interface InvitationsPage {
  readonly nodes: readonly ListedInvitation[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** As the administrator is told of them, two at a time. */
async function everyInvitationToRooms(): Promise<ListedInvitation[]> {
  const all: ListedInvitation[] = [];
  for (let after: string | null = null; ;) {
    const page: InvitationsPage = (
      await founder.asks<{ invitationsToRooms: InvitationsPage }>(INVITATIONS_TO_ROOMS, { after })
    ).invitationsToRooms;
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

const invitationCode = ({ code }: { readonly code: string }) => ({ code });

/** Nobody can register there: Ada, who administers it, has invited the others. */
async function aCastWhereRegistrationIsOff() {
  const { code } = await invites(founder, null, { allowsRegistration: true });
  const invited = async (): Promise<Person> => {
    const username = aName();
    dataOf((await register(closed, { username, password: PASSWORD, invitationCode: code })).answer);
    return Person.signsIn(closed, username);
  };
  return { ada: founder, ben: await invited(), cleo: await invited() };
}

async function namesIn(who: Person, { id }: { readonly id: string }): Promise<string[]> {
  const { room } = await who.asks<{ room: { members: { nodes: { user: { username: string } }[] } } }>(MEMBERS, { id });
  return room.members.nodes.map(({ user }) => user.username);
}

async function shownTo(who: Person | null, { code }: { readonly code: string }, where = server) {
  const shown = await exchange<{ invitation: object | null }>(where.url, SHOWN, { code }, who?.bearer);
  return dataOf(shown.answer).invitation;
}
