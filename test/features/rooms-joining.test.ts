import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { rolesIn } from '../support/people/members.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('joining a room', () => {
  it('makes one a member, once however often one joins', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await Promise.all([ben.joins(room), ben.joins(room), ben.joins(room)]);
    await ben.joins(room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${ben.username} MEMBER`]);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined']);
  });

  it('again after leaving starts anew, without the old role', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.makes(ben, 'MODERATOR', room);
    await ben.leaves(room);
    await ben.joins(room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${ben.username} MEMBER`]);
  });

  it('makes the first to come into an empty room its owner', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada);
    await ada.leaves(room);
    await ben.joins(room);
    await cleo.joins(room);
    expect(await rolesIn(room, cleo)).toEqual([`${ben.username} OWNER`, `${cleo.username} MEMBER`]);
  });

  it('is open to guests in public rooms', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${guest.username} MEMBER`]);
  });
});

describe('leaving a room', () => {
  const LEAVE_AND_LOOK = 'mutation ($id: ID!) { leaveRoom(input: { roomId: $id }) { room { id memberCount } } }';

  it('gives back a public room, and no private one', async () => {
    const { ada, ben } = await aCast(server);
    const open = await aRoom(ada, [ben]);
    const hidden = await aRoom(ada, [ben], 'PRIVATE');
    expect(await ben.asks(LEAVE_AND_LOOK, { id: open.id })).toEqual({
      leaveRoom: { room: { id: open.id, memberCount: 1 } },
    });
    expect(await ben.asks(LEAVE_AND_LOOK, { id: hidden.id })).toEqual({ leaveRoom: { room: null } });
  });

  it('that one is not in, cannot see or that never was is no error and no event', async () => {
    const { ada, otto } = await aCast(server);
    const open = await aRoom(ada);
    const hidden = await aRoom(ada, [], 'PRIVATE');
    expect(await otto.asks(LEAVE_AND_LOOK, { id: open.id })).toEqual({
      leaveRoom: { room: { id: open.id, memberCount: 1 } },
    });
    for (const id of [hidden.id, 'no id at all']) {
      expect(await otto.asks(LEAVE_AND_LOOK, { id })).toEqual({ leaveRoom: { room: null } });
    }
    expect(await kindsOfHappenings(ada, open)).toEqual(['MemberJoined']);
    expect(await kindsOfHappenings(ada, hidden)).toEqual(['MemberJoined']);
  });

  it('twice at once is one departure', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await Promise.all([ben.leaves(room), ben.leaves(room)]);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'MemberLeft']);
  });
});

describe('an owner who leaves', () => {
  it('passes the room on to the moderator who has been there longest, by nobody’s hand', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo, otto]);
    await ada.makes(otto, 'MODERATOR', room);
    await ada.makes(cleo, 'MODERATOR', room);
    await ada.leaves(room);
    expect(await rolesIn(room, ben)).toEqual([
      `${ben.username} MEMBER`,
      `${cleo.username} OWNER`,
      `${otto.username} MODERATOR`,
    ]);
    const [left, changed] = (await happenings(ben, room)).slice(-2);
    expect(left).toMatchObject({ __typename: 'MemberLeft', actor: { id: ada.id }, user: { id: ada.id } });
    expect(changed).toMatchObject({ __typename: 'MemberRoleChanged', actor: null, user: { id: cleo.id } });
  });

  it('passes it on to the member who has been there longest, where there is no moderator', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ben.leaves(room);
    await ben.joins(room);
    await ada.leaves(room);
    expect(await rolesIn(room, ben)).toEqual([`${cleo.username} OWNER`, `${ben.username} MEMBER`]);
  });

  it('and a member who leaves takes no role along', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ben.leaves(room);
    expect(await kindsOfHappenings(ada, room)).not.toContain('MemberRoleChanged');
  });
});
