import { expect, test } from 'vitest';
import { PASSWORD } from '../support/people/person.js';
import { aScene } from '../support/people/scene.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { coldLoad, kilobytesOf, listOf } from '../support/browser/loads.js';

const server = await aSpawnedServer();
const browser = await aBrowser();

/** In kilobytes as they come over the line, of scripts and fonts, which are most of it; and in requests. */
const FRONT_PAGE = { code: 136, all: 145, requests: 22 };
const CHAT = { code: 302, all: 312, requests: 30 };

test('the front page is small, and asks for little', async () => {
  const visitor = await Visitor.arrives(browser, server.url);
  const load = await coldLoad(visitor.page, server.url);
  expect(kilobytesOf(load, ['script', 'font']), listOf(load)).toBeLessThan(FRONT_PAGE.code);
  expect(kilobytesOf(load)).toBeLessThan(FRONT_PAGE.all);
  expect(load.length).toBeLessThan(FRONT_PAGE.requests);
});

test('a room with messages and pictures of people is not large either', async () => {
  const { room } = await aScene(server, 'Sunday walk');
  const ada = await Visitor.arrives(browser, server.url);
  await ada.signsIn('ada', PASSWORD);
  const load = await coldLoad(ada.page, `${server.url}/chat/${room.id}`);
  await ada.sees('Cake is on me.');
  expect(kilobytesOf(load, ['script', 'font']), listOf(load)).toBeLessThan(CHAT.code);
  // What people sent and said is theirs, and as large as it is.
  const ours = load.filter(({ path }) => !/^\/(?:uploads|graphql)/.test(path));
  expect(kilobytesOf(ours)).toBeLessThan(CHAT.all);
  expect(load.length).toBeLessThan(CHAT.requests);
});

test('every font that is loaded has letters for what is on the page, and no accents come where none are written', async () => {
  const visitor = await Visitor.arrives(browser, server.url);
  const load = await coldLoad(visitor.page, server.url);
  const fonts = load.filter(({ kind }) => kind === 'font').map(({ path }) => path);
  expect(fonts).not.toEqual([]);
  expect(fonts.filter((path) => !path.includes('-basic-'))).toEqual([]);
  await visitor.page.getByLabel('Your nickname').fill('Zoë Çelik');
  await expect
    .poll(() => visitor.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
    .toContainEqual(expect.stringContaining('hanken-grotesk-latin-wght-normal'));
});
