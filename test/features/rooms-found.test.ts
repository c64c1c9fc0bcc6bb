import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { type Page, PAGE_INFO, walkForward } from '../support/requests/pages.js';
import { CREATE, type Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const SEARCH = 'query ($query: String!) { rooms(query: $query) { totalCount nodes { name } } }';

describe('searching for rooms', () => {
  it.each([
    ['Café Central', 'cafe'],
    ['helpdesk', 'desk'],
    ['Lange Straße', 'STRASSE'],
    ['東京開発チーム', '開発'],
    ['東京開発チーム', 'ちーむ'],
    ['ＨＡＬＬ', 'hall'],
    ['กาแฟเย็น', 'เย็น'],
    ['우리 한글', '한글'.normalize('NFD')],
    ['İstanbul', 'istanbul'],
    ['100% tea', '0%'],
  ])('finds %s by %s', async (name, query) => {
    const { ada, otto } = await aCast(server);
    const word = aName();
    await ada.creates(`${name} ${word}`);
    expect(await found(otto, `${query} ${word}`)).toEqual([`${name} ${word}`]);
  });

  it('finds every word of a search anywhere in name and topic, in any order', async () => {
    const { ada, otto } = await aCast(server);
    const word = aName();
    const name = `Roses, ${word}`;
    await ada.asks(CREATE, { input: { name, topic: 'Crème brûlée & garden' } });
    for (const query of [word, word.slice(3), word.toUpperCase(), `arde ose ${word}`, `${word} CRÈME`, `  ${word}, `]) {
      expect(await found(otto, query)).toEqual([name]);
    }
    for (const query of [`${word} tulips`, `%${word}`, `${word.slice(0, 5)}_${word.slice(6)}`, ',']) {
      expect(await found(otto, query)).toEqual([]);
    }
  });

  it('finds all without a word to search for', async () => {
    const { ada, otto } = await aCast(server);
    await aRoom(ada);
    for (const query of ['', '  ']) expect((await found(otto, query)).length).toBeGreaterThan(0);
  });

  it('refuses more than 100 characters, and what no text can hold', async () => {
    const { ada } = await aCast(server);
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: 'q'.repeat(101) });
    await ada.isRefused('BAD_USER_INPUT', SEARCH, { query: 'a\0b' });
  });
});

describe('130 rooms', () => {
  it('are all reachable page by page, those that one is in among them, and by what some of them share', async () => {
    const { ada, otto } = await aCast(server);
    const word = aName();
    // A letter that no word made of hexadecimal digits holds: `12` alone may stand in it.
    const names = Array.from({ length: 130 }, (_, number) => `${word} ${String(number).padStart(3, '0')}th`);
    for (const name of names) await ada.creates(name);
    for (const reader of [ada, otto]) {
      const seen = await walkForward((args) => pageOfRooms(reader, { ...args, query: word }), [20]);
      expect(seen.map(({ name }) => name)).toEqual(names);
    }
    expect(await found(otto, `${word} 2th`)).toEqual(names.filter((name) => name.endsWith('2th')));
    expect(names.filter((name) => name.endsWith('2th'))).toHaveLength(13);
  });
});

describe('the list of rooms', () => {
  it('has names with accents and in any width where people look for them', async () => {
    const { ada, otto } = await aCast(server);
    const word = aName();
    const names = ['Écume', 'Zebra', 'eclair', 'Ｄogs', 'かめ', 'カモ'];
    for (const name of names) await ada.creates(`${name} ${word}`);
    const order = ['Ｄogs', 'eclair', 'Écume', 'Zebra', 'かめ', 'カモ'];
    expect(await found(otto, word)).toEqual(order.map((name) => `${name} ${word}`));
  });
});

async function found(reader: Person, query: string): Promise<string[]> {
  const { rooms } = await reader.asks<{ rooms: { totalCount: number; nodes: { name: string }[] } }>(SEARCH, { query });
  expect(rooms.totalCount).toBeGreaterThanOrEqual(rooms.nodes.length);
  return rooms.nodes.map(({ name }) => name);
}

async function pageOfRooms(reader: Person, variables: Record<string, unknown>): Promise<Page<{ name: string }>> {
  const { rooms } = await reader.asks<{ rooms: Page<{ name: string }> }>(
    `query ($query: String, $first: Int, $after: Cursor) {
      rooms(query: $query, first: $first, after: $after) { ${PAGE_INFO} edges { cursor node { name } } }
    }`,
    variables,
  );
  return rooms;
}
