import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { CREATE } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const BY_NAME = 'query ($name: String!) { roomByName(name: $name) { id name } }';

describe('creating a room', () => {
  it('makes its creator the owner and first member', async () => {
    const { ada } = await aCast(server);
    const { createRoom } = await ada.asks<{ createRoom: { room: unknown } }>(
      `mutation ($input: CreateRoomInput!) { createRoom(input: $input) {
        room { name topic visibility memberCount viewerMembership { role user { username } } }
      } }`,
      { input: { name: `  The  ${ada.username} `, topic: ' Tea and talk ' } },
    );
    expect(createRoom.room).toEqual({
      name: `The ${ada.username}`,
      topic: 'Tea and talk',
      visibility: 'PUBLIC',
      memberCount: 1,
      viewerMembership: { role: 'OWNER', user: { username: ada.username } },
    });
  });

  it('takes 80 characters for a name, of any script, and 250 for a topic', async () => {
    const { ada } = await aCast(server);
    const name = `${aName()} 😀`.padEnd(81, '猫');
    expect(Array.from(name)).toHaveLength(80);
    await ada.asks(CREATE, { input: { name, topic: '🌳'.repeat(250) } });
  });

  it.each([
    ['name', ''],
    ['name', ' \n '],
    ['name', 'n'.repeat(81)],
    ['name', 'two\nlines'],
    ['name', 'zero\u200Bwidth'],
    ['name', 'right\u202Eleft'],
    ['name', 'a\0b'],
    ['name', '\uDC00'],
    ['topic', 't'.repeat(251)],
    ['topic', 'a\0b'],
    ['topic', `z${'\u0301'.repeat(60)}`],
    ['name', `z${'\u0301'.repeat(60)}`],
  ])('refuses a %s out of its bounds (%#)', async (field, value) => {
    const { ada } = await aCast(server);
    const refusal = await ada.isRefused('BAD_USER_INPUT', CREATE, { input: { name: aName(), [field]: value } });
    expect(refusal.extensions.field).toBe(field);
  });

  it('refuses a name that is taken among public rooms, however it is written', async () => {
    const { ada, ben } = await aCast(server);
    const name = `Straße ${aName()}`;
    await ada.creates(name);
    for (const written of [
      name,
      name.toUpperCase(),
      name.replace('Straße', 'ＳＴＲＡＳＳＥ'),
      ` ${name.replace(' ', '   ')} `,
    ]) {
      const refusal = await ben.isRefused('CONFLICT', CREATE, { input: { name: written } });
      expect(refusal.extensions.field).toBe('name');
    }
  });

  it('takes any name for a private room, which keeps it from nobody', async () => {
    const { ada, ben } = await aCast(server);
    const name = aName();
    await ada.creates(name, 'PRIVATE');
    await ben.creates(name, 'PUBLIC');
    await ben.creates(name, 'PRIVATE');
  });

  it('gives a name that two want at once to one of them', async () => {
    const { ada, ben } = await aCast(server);
    const name = aName();
    const outcomes = await Promise.allSettled([ada.creates(name), ben.creates(name)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('looking a room up by name', () => {
  it('finds the public room of this name, however it is written', async () => {
    const { ada, otto } = await aCast(server);
    const room = await ada.creates(`Café ${aName()}`);
    for (const name of [room.name, room.name.toUpperCase(), room.name.normalize('NFD'), ` ${room.name} `]) {
      expect(await otto.asks(BY_NAME, { name })).toEqual({ roomByName: { id: room.id, name: room.name } });
    }
  });

  it('finds no part of a name, and no private room, not even for its owner', async () => {
    const { ada } = await aCast(server);
    const open = await ada.creates(aName());
    const hidden = await ada.creates(aName(), 'PRIVATE');
    for (const name of [open.name.slice(0, -1), hidden.name, '', 'n'.repeat(250)]) {
      expect(await ada.asks(BY_NAME, { name })).toEqual({ roomByName: null });
    }
  });

  it('refuses what no name can hold', async () => {
    const { ada } = await aCast(server);
    await ada.isRefused('BAD_USER_INPUT', BY_NAME, { name: 'a\0b' });
    await ada.isRefused('BAD_USER_INPUT', BY_NAME, { name: 'n'.repeat(1001) });
  });
});
