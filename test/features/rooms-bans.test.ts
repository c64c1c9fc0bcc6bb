import { describe, expect, it } from 'vitest';
import { happenings } from '../support/feeds/happenings.js';
import { aName, enterAsGuest, signInOf } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { BAN, bans, bansIn, UNBAN, unbans } from '../support/people/looking-after.js';
import { rolesIn } from '../support/people/members.js';
import { ADD, JOIN, Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer({ TRUST_PROXY: '1' });

describe('a ban', () => {
  it('ends the membership with MemberLeft, and keeps whoever is banned from coming back, by every way in', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await bans(ada, ben, room, 'Sold watches');
    expect((await happenings(ada, room)).at(-1)).toMatchObject({
      __typename: 'MemberLeft',
      actor: { id: ada.id },
      user: { id: ben.id },
    });
    expect((await ben.isRefused('FORBIDDEN', JOIN, { id: room.id })).message).toBe('You are banned from this room.');
    for (const who of [ada, cleo]) await who.isRefused('FORBIDDEN', ADD, { id: room.id, user: ben.id });
    await ben.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Watches!' } });
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${cleo.username} MEMBER`]);
  });

  it('holds in a private room, and for one who was never there', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    await bans(ada, ben, room);
    await bans(ada, otto, room);
    for (const who of [ben, otto]) {
      await ada.isRefused('FORBIDDEN', ADD, { id: room.id, user: who.id });
      await who.isRefused('NOT_FOUND', JOIN, { id: room.id });
    }
  });

  it('holds once everybody has left: the room is not theirs for the taking', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await bans(ada, ben, room);
    await ada.leaves(room);
    await ben.isRefused('FORBIDDEN', JOIN, { id: room.id });
  });

  it('is lifted by the owner or a moderator: then they may join, and are not in it before', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(cleo, 'MODERATOR', room);
    await bans(ada, ben, room);
    await unbans(cleo, ben, room);
    expect(await rolesIn(room, ada)).toHaveLength(2);
    await ben.joins(room);
    await unbans(ada, ben, room);
    expect(await bansIn(ada, room)).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('twice is no error: the first reason stays, and nothing happens', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await bans(ada, ben, room, 'Sold watches');
    const before = (await happenings(ada, room)).length;
    await bans(ada, ben, room, 'Something else');
    expect((await bansIn(ada, room))?.nodes.map(({ reason }) => reason)).toEqual(['Sold watches']);
    expect(await happenings(ada, room)).toHaveLength(before);
  });

  it('is refused with a reason out of its bounds, and for nobody', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    for (const reason of ['r'.repeat(251), 'a\0b'])
      expect((await ada.isRefused('BAD_USER_INPUT', BAN, { id: room.id, user: ben.id, reason })).extensions.field).toBe(
        'reason',
      );
    for (const user of [room.id, 'nobody']) await ada.isRefused('NOT_FOUND', BAN, { id: room.id, user });
  });
});

describe('who bans whom', () => {
  it('the owner bans members and moderators, moderators ban members alone, nobody the owner', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo, otto]);
    for (const who of [ben, cleo]) await ada.makes(who, 'MODERATOR', room);
    await ben.isRefused('FORBIDDEN', BAN, { id: room.id, user: cleo.id });
    await ben.isRefused('FORBIDDEN', BAN, { id: room.id, user: ada.id });
    await ada.isRefused('FORBIDDEN', BAN, { id: room.id, user: ada.id });
    await bans(ben, otto, room);
    await bans(ada, cleo, room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${ben.username} MODERATOR`]);
  });

  it('is no member, guest, outsider, visitor, or one who is banned', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, guest]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    for (const mutation of [BAN, UNBAN]) {
      for (const who of [ben, guest, otto]) await who.isRefused('FORBIDDEN', mutation, { id: room.id, user: cleo.id });
      await otto.isRefused('NOT_FOUND', mutation, { id: secret.id, user: ben.id });
      const { answer } = await exchange(server.url, mutation, { id: room.id, user: cleo.id });
      expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    }
    await bans(ada, ben, room);
    await ben.isRefused('FORBIDDEN', UNBAN, { id: room.id, user: ben.id });
  });
});

describe('the list of bans', () => {
  it('is for the owner and moderators, the newest ban first, page by page; null for others', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo, otto]);
    await ada.makes(ben, 'MODERATOR', room);
    await bans(ben, cleo, room, ' Sold watches ');
    server.clock.advance({ seconds: 1 });
    await bans(ada, otto, room);
    const both = [
      { user: { id: otto.id }, by: { id: ada.id }, reason: null },
      { user: { id: cleo.id }, by: { id: ben.id }, reason: 'Sold watches' },
    ];
    for (const who of [ada, ben]) expect(await bansIn(who, room)).toMatchObject({ totalCount: 2, nodes: both });
    const first = await bansIn(ada, room, { first: 1 });
    expect(first).toMatchObject({ nodes: both.slice(0, 1), pageInfo: { hasNextPage: true } });
    const next = await bansIn(ada, room, { first: 1, after: first?.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: both.slice(1), pageInfo: { hasNextPage: false } });
    await ada.makes(ben, 'MEMBER', room);
    const guest = await Person.entersAsGuest(server, aName());
    for (const who of [ben, cleo, otto, guest]) expect(await bansIn(who, room)).toBeNull();
  });
});

describe('by the door for guests', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const guestFrom = async (address: string): Promise<Record<string, string>> => {
    const { session } = signInOf(await enterAsGuest(server, { nickname: aName() }, from(address)));
    return { authorization: `Bearer ${session.accessToken}` };
  };
  const codeOfJoin = async (id: string, headers: Record<string, string>): Promise<string | undefined> => {
    const { errors } = await post(server.url, JOIN, { id }, headers);
    return errors?.[0]?.extensions.code;
  };

  it('nobody comes back for a week who was banned as a guest, and nobody from there; from elsewhere they do', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { user, session } = signInOf(await enterAsGuest(server, { nickname: aName() }, from('203.0.113.7')));
    expect(await codeOfJoin(room.id, { authorization: `Bearer ${session.accessToken}` })).toBeUndefined();
    await ada.asks(BAN, { id: room.id, user: user.id });
    expect(await codeOfJoin(room.id, await guestFrom('203.0.113.7'))).toBe('FORBIDDEN');
    expect(await codeOfJoin(room.id, await guestFrom('203.0.113.8'))).toBeUndefined();
    server.clock.advance({ days: 8 });
    expect(await codeOfJoin(room.id, await guestFrom('203.0.113.7'))).toBeUndefined();
  });

  it('nor does one who was banned with an account; others from there who have one come in', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await bans(ada, ben, room);
    // All of the cast came from here.
    const guest = await Person.entersAsGuest(server, aName());
    await guest.isRefused('FORBIDDEN', JOIN, { id: room.id });
    await ada.isRefused('FORBIDDEN', ADD, { id: room.id, user: guest.id });
    await cleo.joins(room);
    await unbans(ada, ben, room);
    await guest.joins(room);
  });
});
