import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aName, logout } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { rolesIn } from '../support/people/members.js';
import { CREATE, JOIN, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const LISTED = 'query ($query: String!) { rooms(query: $query, first: 100) { totalCount nodes { id } } }';
const BY_NAME = 'query ($name: String!) { roomByName(name: $name) { id } }';
const LOOK = 'query ($id: ID!) { room(id: $id) { name memberCount messages { nodes { body } } } }';

describe('a public room that everybody has left', () => {
  it('is not listed, not searched and not looked up, and its name is free', async () => {
    const { ada, ben, otto } = await aCast(server);
    const left = await ada.creates(aName());
    await ben.joins(left);
    await ada.leaves(left);
    expect(await listed(otto, left.name)).toEqual([left.id]);
    await ben.leaves(left);
    for (const reader of [ada, ben, otto]) {
      expect(await listed(reader, left.name)).toEqual([]);
      expect(await reader.asks(BY_NAME, { name: left.name })).toEqual({ roomByName: null });
    }
    const fresh = await otto.creates(left.name.toUpperCase());
    expect(await listed(ada, left.name)).toEqual([fresh.id]);
  });

  it('is still seen by its link, and its first member comes back as its owner, with the name and what was said', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await ada.creates(aName());
    await ada.says('Good evening', room);
    await ada.leaves(room);
    expect(await ben.asks(LOOK, { id: room.id })).toEqual({
      room: { name: room.name, memberCount: 0, messages: null },
    });
    await ben.joins(room);
    expect(await rolesIn(room, ben)).toEqual([`${ben.username} OWNER`]);
    expect(await ben.asks(LOOK, { id: room.id })).toMatchObject({
      room: { messages: { nodes: [{ body: 'Good evening' }] } },
    });
    expect(await listed(otto, room.name)).toEqual([room.id]);
    await otto.isRefused('CONFLICT', CREATE, { input: { name: room.name } });
  });

  it('is not joined any more where another room has taken its name, until that one is empty, too', async () => {
    const { ada, ben, otto } = await aCast(server);
    const old = await ada.creates(aName());
    await ada.leaves(old);
    const fresh = await ben.creates(old.name);
    const refusal = await ada.isRefused('CONFLICT', JOIN, { id: old.id });
    expect(refusal.message).toContain(old.name);
    expect(await listed(otto, old.name)).toEqual([fresh.id]);
    await ben.leaves(fresh);
    await ada.joins(old);
    expect(await listed(otto, old.name)).toEqual([old.id]);
    await ben.isRefused('CONFLICT', JOIN, { id: fresh.id });
  });

  it('is empty as well when the last one in it was a guest whose stay has ended', async () => {
    const { ada, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await guest.creates(aName());
    expect(await listed(otto, room.name)).toEqual([room.id]);
    await logout(server, guest.bearer);
    expect(await listed(otto, room.name)).toEqual([]);
    await ada.creates(room.name);
  });
});

it('a private room that everybody has left is nobody’s, and never had a name to itself', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates(aName(), 'PRIVATE');
  await ada.leaves(room);
  expect(await listed(ada, room.name)).toEqual([]);
  expect(await ada.asks(LOOK, { id: room.id })).toEqual({ room: null });
  await ben.creates(room.name);
});

describe('whoever comes and goes at once', () => {
  it('there is never more than one room of a name in the list, and one exactly while somebody is in one', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const people = [ada, ben, cleo];
    const turns = fc.array(
      fc.array(fc.record({ who: fc.nat(2), what: fc.constantFrom('create', 'join', 'leave'), which: fc.nat(3) }), {
        minLength: 1,
        maxLength: 5,
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(turns, async (rounds) => {
        const name = aName();
        const rooms: RoomAnswer[] = [];
        for (const round of rounds) {
          await Promise.all(
            round.map(async ({ who, what, which }) => {
              const person = people[who];
              const room = rooms[which % Math.max(1, rooms.length)];
              if (what === 'create') await person?.creates(name).then((made) => rooms.push(made), ignoreConflict);
              else if (room && what === 'join') await person?.joins(room).catch(ignoreConflict);
              else if (room) await person?.leaves(room);
            }),
          );
          const alive = [];
          for (const room of rooms) {
            const { room: seen } = await otto.asks<{ room: { memberCount: number } }>(LOOK, { id: room.id });
            if (seen.memberCount > 0) alive.push(room.id);
          }
          expect(alive.length).toBeLessThanOrEqual(1);
          expect(await listed(otto, name)).toEqual(alive);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function ignoreConflict(error: unknown): void {
  if (!String(error).includes('CONFLICT')) throw error;
}

async function listed(reader: Person, query: string): Promise<string[]> {
  const { rooms } = await reader.asks<{ rooms: { totalCount: number; nodes: { id: string }[] } }>(LISTED, { query });
  expect(rooms.totalCount).toBe(rooms.nodes.length);
  return rooms.nodes.map(({ id }) => id);
}
