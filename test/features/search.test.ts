import { describe, expect, it } from 'vitest';
import { Reactors } from '#server/reactors/index.js';
import { picture, upload } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { finds, SEARCH, searches } from '../support/people/searching.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

/** Each law holds for what the index has, and for what it has not come to yet. */
const STATES = [
  ['at once', () => Promise.resolve()],
  ['once it is indexed', indexed],
] as const;

describe.each(STATES)('what was said is found %s', (_, wait) => {
  it('by its words, wherever they stand, in rooms and in threads, newest first', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const other = await aRoom(ben, [ada], 'PRIVATE');
    const first = await ada.says('The kettle is in the Kitchen', room);
    await ben.says('A KITCHEN needs no café', other);
    await ada.says('kitchens all over', room, { threadRootId: first.id });
    await ada.says('The cook is out', room);
    await wait();
    expect(await finds(ben, 'kitchen')).toEqual([
      'kitchens all over',
      'A KITCHEN needs no café',
      'The kettle is in the Kitchen',
    ]);
    expect(await finds(ben, 'tchen CAFE')).toEqual(['A KITCHEN needs no café']);
    expect(await finds(ben, 'kitchen is')).toEqual(['The kettle is in the Kitchen']);
    expect(await finds(ben, '"is in"')).toEqual(['The kettle is in the Kitchen']);
    expect(await finds(ben, 'kitchen -the')).toEqual(['kitchens all over', 'A KITCHEN needs no café']);
    expect(await finds(ben, 'nothing of it')).toEqual([]);
    expect(await finds(ben, 'kitchen', { roomId: other.id })).toEqual(['A KITCHEN needs no café']);
  });

  it('in every script', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const bodies = [
      '我们在北京',
      '新しいカフェ',
      '대한민국',
      'Ёжик в тумане',
      'กาแฟเย็น',
      'मेरी हिन्दी',
      'fine :) 👍🏽',
      'c++ or c#',
      '“quoted”',
    ];
    for (const body of bodies) await ada.says(body, room);
    await wait();
    const typed = ['京', 'かふ', '국', 'еж', 'แฟ', 'हिन्दी', '👍🏽', 'c++', '\\"quoted'];
    for (const [index, query] of typed.slice(0, -1).entries()) expect(await finds(ada, query)).toEqual([bodies[index]]);
    expect(await finds(ada, 'quoted')).toEqual(['“quoted”']);
    expect(await finds(ada, 'or')).toEqual(['c++ or c#']);
    expect(await finds(ada, 'in')).toEqual([]);
  });

  it('as it is now: edited, pinned, deleted', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const [tea, milk, cake] = [await ada.says('tea', room), await ada.says('milk', room), await ben.says('cake', room)];
    await wait();
    await ada.edits(tea, 'coffee');
    await ada.pins(milk);
    await ada.pins(cake);
    await ada.deletes(cake);
    await wait();
    expect([await finds(ben, 'tea'), await finds(ben, 'coffee'), await finds(ben, 'cake')]).toEqual([
      [],
      ['coffee'],
      [],
    ]);
    expect(await finds(ben, 'is:pinned')).toEqual(['milk']);
    await ada.unpins(milk);
    expect(await finds(ben, 'is:pinned')).toEqual([]);
    await wait();
    expect([await finds(ben, 'is:pinned'), await finds(ben, '-is:pinned')]).toEqual([[], ['milk', 'coffee']]);
  });

  it('by its filters, each of which may be turned round', async () => {
    const { ada, ben } = await aCast(server);
    const kitchen = await ada.creates(`Kitchen ${ada.username}`);
    const pantry = await ada.creates(`The Pantry ${ada.username}`, 'PRIVATE');
    await ben.joins(kitchen);
    const plain = await ada.says('plain', kitchen);
    await ben.says('see https://example.org/x', kitchen);
    const list = await upload(ada, kitchen, 'list.txt', 'milk');
    await ada.says('a list', kitchen, { attachmentIds: [list.id] });
    const seen = await upload(ada, pantry, 'jam.png', await picture().png().toBuffer());
    await ada.says('a picture', pantry, { attachmentIds: [seen.id] });
    await ben.says('a reply', kitchen, { threadRootId: plain.id });
    await wait();
    expect(await finds(ada, 'has:link')).toEqual(['see https://example.org/x']);
    expect(await finds(ada, 'has:file')).toEqual(['a picture', 'a list']);
    expect(await finds(ada, 'has:image')).toEqual(['a picture']);
    expect(await finds(ada, 'has:file -has:image')).toEqual(['a list']);
    expect(await finds(ada, 'is:thread')).toEqual(['a reply']);
    expect(await finds(ada, `from:@${ben.username}`)).toEqual(['a reply', 'see https://example.org/x']);
    expect(await finds(ada, `from:@${ben.username} from:me -is:thread -has:file`)).toEqual([
      'see https://example.org/x',
      'plain',
    ]);
    expect(await finds(ada, `-from:${ben.username} -has:file`)).toEqual(['plain']);
    expect(await finds(ada, `in:"the pantry ${ada.username}"`)).toEqual(['a picture']);
    expect(await finds(ada, `-in:"#The Pantry ${ada.username}" from:me`)).toEqual(['a list', 'plain']);
    expect(await finds(ada, 'from:@nobody')).toEqual([]);
    expect(await finds(ada, 'in:#nowhere')).toEqual([]);
    expect(await finds(ada, '-from:@nobody -in:#nowhere has:link')).toEqual(['see https://example.org/x']);
    expect(await finds(ben, `in:"The Pantry ${ada.username}"`)).toEqual([]);
  });

  it('to those who are in its room, and nobody else', async () => {
    const { ada, ben, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, `Gus of ${ada.username}`);
    const [open, closed] = [await aRoom(ada, [ben]), await aRoom(ada, [ben], 'PRIVATE')];
    await guest.joins(open);
    await ada.says('a secret of the open', open);
    await ada.says('a secret of the closed', closed);
    await wait();
    const both = ['a secret of the closed', 'a secret of the open'];
    expect(await finds(ben, 'secret')).toEqual(both);
    expect(await finds(guest, 'secret')).toEqual(['a secret of the open']);
    expect(await finds(otto, 'secret')).toEqual([]);
    expect(await finds(otto, 'secret', { roomId: open.id })).toEqual([]);
    await ben.leaves(open);
    await ada.removes(ben, closed);
    expect(await finds(ben, 'secret')).toEqual([]);
    await ben.joins(open);
    expect(await finds(ben, 'secret')).toEqual(['a secret of the open']);
  });

  it('in pages that neither repeat nor leave out anything, whatever is said meanwhile', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (let count = 1; count <= 7; count += 1) await ada.says(`apple ${String(count)}`, room);
    await wait();
    const one = await searches(ada, 'apple', { first: 3 });
    expect(one.nodes.map(({ message }) => message.body)).toEqual(['apple 7', 'apple 6', 'apple 5']);
    expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await ada.says('apple 8', room);
    const two = await searches(ada, 'apple', { first: 3, after: one.pageInfo.endCursor });
    expect(two.nodes.map(({ message }) => message.body)).toEqual(['apple 4', 'apple 3', 'apple 2']);
    const three = await searches(ada, 'apple', { first: 3, after: two.edges[0]?.cursor ?? null });
    expect(three.nodes.map(({ message }) => message.body)).toEqual(['apple 3', 'apple 2', 'apple 1']);
    expect(three.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    await ada.isRefused('BAD_CURSOR', SEARCH, { query: 'pear', after: one.pageInfo.endCursor });
  });
});

describe('the days of a query', () => {
  it('are those of a time zone', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.says('said today', room);
    const today = new Date(server.clock.now());
    const dayOf = (date: Date, timeZone: string): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date);
    await indexed();
    server.clock.advance({ days: 3 });
    const again = await Person.signsIn(server, ada.username);
    await again.says('said three days later', room);
    for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const day = dayOf(today, timeZone);
      expect(await finds(again, `said on:${day}`, { timeZone })).toEqual(['said today']);
      expect(await finds(again, `said after:${day}`, { timeZone })).toEqual(['said three days later']);
      expect(await finds(again, `said before:${day}`, { timeZone })).toEqual([]);
      expect(await finds(again, `said -before:${day}`, { timeZone })).toEqual(['said three days later', 'said today']);
      expect(await finds(again, `said -on:${day}`, { timeZone })).toEqual(['said three days later']);
    }
    await again.isRefused('BAD_USER_INPUT', SEARCH, { query: 'said', timeZone: 'Europe/Nowhere' });
  });
});

describe('a query', () => {
  it('is refused where it is empty or longer than 300 characters, and for nothing else', async () => {
    const { ada } = await aCast(server);
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: '' });
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: '  ' });
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: 'é'.repeat(301) });
    const odd = [
      'é'.repeat(300),
      '"',
      '-',
      '"" ""',
      'AND',
      'a OR (',
      '*',
      '^a',
      'tokens:x',
      '\ud800',
      'a\0b',
      '\u0301',
      'NEAR(a b)',
      "'",
      'a '.repeat(150),
    ];
    for (const query of odd) expect(await finds(ada, query)).toEqual([]);
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: 'a', first: 101 });
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: 'a', first: 0 });
  });

  it('finds nothing in a room that there is not', async () => {
    const { ada } = await aCast(server);
    await ada.says('hello', await aRoom(ada));
    expect(await finds(ada, 'hello', { roomId: 'x" OR y' })).toEqual([]);
  });
});

describe('a hit', () => {
  it('shows what was found in the message, as it was written', async () => {
    const { ada } = await aCast(server);
    await ada.says('A **Café** of\nwords', await aRoom(ada));
    const { nodes } = await searches(ada, 'cafe of');
    expect(nodes[0]?.excerpt).toEqual([
      { text: 'A **', isMatch: false },
      { text: 'Café', isMatch: true },
      { text: '** ', isMatch: false },
      { text: 'of', isMatch: true },
      { text: ' words', isMatch: false },
    ]);
  });
});

/** Waits until the index knows everything. */
async function indexed(): Promise<void> {
  await expect.poll(() => server.app.get(Reactors).lags()['search-index']).toBe(0);
}
