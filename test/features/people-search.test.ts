import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { anAdministrator, disables, enables } from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const WHO =
  'query ($query: String!, $roomId: ID, $first: Int) { users(query: $query, roomId: $roomId, first: $first) { id } }';

describe('searching for people', () => {
  it('finds those who share a room, by any part of their names, whatever the accents', async () => {
    const { ada } = await aCast(server);
    const word = aName().slice(4);
    const jose = await Person.registers(server, `jose-${word}`, `José Ñandú ${word}`);
    await aRoom(ada, [jose], 'PRIVATE');
    for (const query of [`jose ${word}`, `JOSÉ ${word}`, `nandu ${word}`, word.slice(2), `@jose-${word}`]) {
      expect(await found(ada, query)).toEqual([jose.id]);
    }
    expect(await found(ada, `tulip ${word}`)).toEqual([]);
  });

  it('finds nobody else but by their whole username', async () => {
    const { ada, otto } = await aCast(server);
    await aRoom(ada);
    expect(await found(ada, otto.username)).toEqual([otto.id]);
    expect(await found(ada, otto.username.toUpperCase())).toEqual([otto.id]);
    expect(await found(ada, otto.username.slice(0, -1))).toEqual([]);
    expect(await found(ada, otto.username.slice(1))).toEqual([]);
  });

  it('finds nobody whose account is disabled, until it is enabled again', async () => {
    const own = await aServer();
    const administrator = await anAdministrator(own);
    const { ada, ben } = await aCast(own);
    await aRoom(ada, [ben]);
    await disables(administrator, ben);
    expect(await found(ada, ben.username.slice(1))).toEqual([]);
    await enables(administrator, ben);
    expect(await found(ada, ben.username.slice(1))).toEqual([ben.id]);
  });

  it('finds nobody any more whom one shared a room with, nor a guest whose stay has ended', async () => {
    const { ada, ben } = await aCast(server);
    const word = aName();
    const former = await Person.registers(server, `former-${word}`);
    const room = await aRoom(ada, [former, ben]);
    expect(await found(ada, word)).toEqual([former.id]);
    await former.leaves(room);
    expect(await found(ada, word)).toEqual([]);
    const guest = await Person.entersAsGuest(server, `Guest ${word}`);
    await guest.joins(room);
    expect(await found(ada, word)).toEqual([guest.id]);
    await guest.asks('mutation { logout { ok } }');
    expect(await found(ada, word)).toEqual([]);
  });

  it('puts who has exactly this username first, and the others by display name', async () => {
    const { ada } = await aCast(server);
    const word = aName();
    const room = await aRoom(ada);
    const zoe = await Person.registers(server, word, 'Zoe');
    const abe = await Person.registers(server, `${word}-2`, 'Abe');
    const mia = await Person.registers(server, `${word}-3`, 'Mia');
    for (const person of [mia, zoe, abe]) await ada.adds(person, room);
    expect(await found(ada, word)).toEqual([zoe.id, abe.id, mia.id]);
    expect(await found(ada, word, 2)).toEqual([zoe.id, abe.id]);
  });

  it('puts those of a room first, then those of whom a word begins with it', async () => {
    const { ada, ben, otto } = await aCast(server);
    const word = aName();
    const [here, there] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    const within = await Person.registers(server, `${word}-1`, `A b${word}`);
    const second = await Person.registers(server, `z.${word}-2`, 'B');
    const joined = await Person.registers(server, `x${word}-3`, `Zoe ${word}`);
    for (const person of [within, second]) await ada.adds(person, there);
    await ada.adds(joined, here);
    expect(await found(ada, word, 20, here.id)).toEqual([joined.id, within.id, second.id]);
    expect(await found(ada, word, 20, there.id)).toEqual([within.id, second.id, joined.id]);
    const inner = await Person.registers(server, `a${word}`, 'Aa');
    await ada.adds(inner, there);
    expect(await found(ada, word, 20, there.id)).toEqual([within.id, second.id, inner.id, joined.id]);
    // A room that the viewer is not in tells nothing of who is.
    const secret = await aRoom(otto, [second], 'PRIVATE');
    const order = await found(ada, word);
    for (const roomId of [secret.id, 'no id', '00000000-0000-7000-8000-000000000000'])
      expect(await found(ada, word, 20, roomId)).toEqual(order);
    expect(await found(otto, word, 20, here.id)).toEqual([second.id]);
  });

  it('refuses pages and queries out of their bounds', async () => {
    const { ada } = await aCast(server);
    for (const first of [0, 101]) await ada.isRefused('BAD_USER_INPUT', WHO, { query: 'a', first });
    await ada.isRefused('BAD_USER_INPUT', WHO, { query: 'q'.repeat(101) });
    await ada.isRefused('BAD_USER_INPUT', WHO, { query: 'a\0b' });
  });
});

async function found(reader: Person, query: string, first = 20, roomId: string | null = null): Promise<string[]> {
  const { users } = await reader.asks<{ users: { id: string }[] }>(WHO, { query, first, roomId });
  return users.map(({ id }) => id);
}
