import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { rolesIn } from '../support/people/members.js';
import { ADD, Person, REMOVE, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('bringing somebody in', () => {
  it('is for any member of a public room, and no error twice', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ben.adds(cleo, room);
    await ben.adds(cleo, room);
    const joined = (await happenings(ada, room)).at(-1);
    expect(joined).toMatchObject({ __typename: 'MemberJoined', seq: 3, actor: { id: ben.id }, user: { id: cleo.id } });
  });

  it('into a private room is for its owner and moderators, not for members', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    await ben.isRefused('FORBIDDEN', ADD, { id: room.id, user: cleo.id });
    await ada.makes(ben, 'MODERATOR', room);
    await ben.adds(cleo, room);
    await ada.adds(otto, room);
    expect(await rolesIn(room, otto)).toHaveLength(4);
  });

  it('brings guests into public rooms alone', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const hidden = await aRoom(ada, [], 'PRIVATE');
    await ada.isRefused('FORBIDDEN', ADD, { id: hidden.id, user: guest.id });
    await ada.adds(guest, await aRoom(ada));
  });

  it('finds nobody who is not there', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const user of ['0199a000-0000-7000-8000-000000000000', 'nobody', room.id]) {
      await ada.isRefused('NOT_FOUND', ADD, { id: room.id, user });
    }
  });
});

describe('putting somebody out', () => {
  it('is for the owner and moderators', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo, otto]);
    await ada.makes(ben, 'MODERATOR', room);
    await ben.removes(cleo, room);
    await ada.removes(otto, room);
    expect(await rolesIn(room, ada)).toEqual([`${ada.username} OWNER`, `${ben.username} MODERATOR`]);
    const left = (await happenings(ada, room)).filter(({ __typename }) => __typename === 'MemberLeft');
    expect(left).toMatchObject([
      { actor: { id: ben.id }, user: { id: cleo.id } },
      { actor: { id: ada.id }, user: { id: otto.id } },
    ]);
  });

  it('is not for members, nor may anybody remove the owner', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ben.isRefused('FORBIDDEN', REMOVE, { id: room.id, user: cleo.id });
    await ada.makes(ben, 'MODERATOR', room);
    await ben.isRefused('FORBIDDEN', REMOVE, { id: room.id, user: ada.id });
    await ada.isRefused('FORBIDDEN', REMOVE, { id: room.id, user: ada.id });
    expect(await rolesIn(room, cleo)).toHaveLength(3);
  });

  it('is no error and no event where they are not in the room', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    await ada.removes(otto, room);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined']);
    await ada.isRefused('NOT_FOUND', REMOVE, { id: room.id, user: 'nobody' });
  });
});

describe('giving a role', () => {
  it('is for the owner: a member becomes a moderator, and a member again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.makes(ben, 'MODERATOR', room);
    expect(await rolesIn(room, ada)).toContain(`${ben.username} MODERATOR`);
    await ada.makes(ben, 'MEMBER', room);
    await ada.makes(ben, 'MEMBER', room);
    expect(await rolesIn(room, ada)).toContain(`${ben.username} MEMBER`);
    expect((await kindsOfHappenings(ada, room)).filter((kind) => kind === 'MemberRoleChanged')).toHaveLength(2);
  });

  it('is not for moderators and members, above all not to themselves', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(ben, 'MODERATOR', room);
    for (const person of [ben, cleo]) {
      await person.isRefused('FORBIDDEN', SET_ROLE, { id: room.id, user: person.id, role: 'OWNER' });
      await person.isRefused('FORBIDDEN', SET_ROLE, { id: room.id, user: cleo.id, role: 'MODERATOR' });
    }
  });

  it('hands the room on: there is one owner, and the one of before moderates', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.makes(ben, 'OWNER', room);
    expect(await rolesIn(room, ben)).toEqual([`${ada.username} MODERATOR`, `${ben.username} OWNER`]);
    await ada.isRefused('FORBIDDEN', SET_ROLE, { id: room.id, user: ada.id, role: 'OWNER' });
  });

  it('leaves no room without an owner', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    for (const role of ['MODERATOR', 'MEMBER']) {
      await ada.isRefused('FORBIDDEN', SET_ROLE, { id: room.id, user: ada.id, role });
    }
    await ada.makes(ada, 'OWNER', room);
    expect(await rolesIn(room, ben)).toContain(`${ada.username} OWNER`);
  });

  it('is only possible to who is in the room', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    for (const user of [otto.id, 'nobody']) {
      await ada.isRefused('NOT_FOUND', SET_ROLE, { id: room.id, user, role: 'MODERATOR' });
    }
  });
});
