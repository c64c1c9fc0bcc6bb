import { expect, test } from 'vitest';
import { PASSWORD } from '../support/people/person.js';
import { aScene } from '../support/people/scene.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();
const { room } = await aScene(server, 'Sunday walk');

test('messages and rooms stand closer for whoever wants it, from the first paint on, and on this device alone', async () => {
  const ada = await inTheRoom();
  const usual = await heights(ada);
  await ada.page.goto(`${server.url}/account`);
  await ada.page.getByText('Compact', { exact: true }).click();
  expect(await ada.page.getByRole('radio', { name: 'Compact' }).isChecked()).toBe(true);

  await ada.page.route('**/main-*.js', (route) => route.abort());
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  // Without anything of the app.
  expect(await ada.page.evaluate(() => document.documentElement.dataset.density)).toBe('compact');
  await ada.page.unroute('**/main-*.js');
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  await ada.sees('Cake is on me.');
  const compact = await heights(ada);
  expect(compact.message).toBeLessThan(usual.message);
  expect(compact.room).toBeLessThan(usual.room);

  const elsewhere = await inTheRoom();
  expect(await heights(elsewhere)).toEqual(usual);
});

test('fingers find rooms as tall as before where they stand closer', async () => {
  const ada = await inTheRoom({ touch: true, width: 390 });
  await ada.page.evaluate(() => (document.documentElement.dataset.density = 'compact'));
  await ada.page.getByRole('link', { name: 'Back to rooms' }).tap();
  const box = await ada.page.getByRole('link', { name: /^Sunday walk/ }).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
});

test('a choice of one tab is that of the others', async () => {
  const ada = await inTheRoom();
  const tab = await ada.context.newPage();
  await tab.goto(`${server.url}/account`);
  await tab.getByText('Compact', { exact: true }).click();
  await ada.page.locator('html[data-density=compact]').waitFor();
});

test('where the reader’s own colors stand for all of ours, a frame shows which room is open', async () => {
  const ada = await inTheRoom();
  await ada.page.emulateMedia({ forcedColors: 'active' });
  const open = ada.page.locator('app-room-sidebar a[aria-current=page]');
  expect(await open.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
});

test('a message says at which moment it was sent to whoever points at its time', async () => {
  const ada = await inTheRoom();
  const when = await ada.page.locator('app-message-view .heading time').first().getAttribute('title');
  expect(when).toMatch(/^\w+day,? \d{1,2} \w+ \d{4},? (?:at )?\d\d:\d\d:\d\d$/);
});

async function inTheRoom(options: { touch?: boolean; width?: number } = {}): Promise<Visitor> {
  const ada = await Visitor.arrives(browser, server.url, options);
  await ada.hasSignedIn('ada', PASSWORD);
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  await ada.sees('Cake is on me.');
  return ada;
}

async function heights({ page }: Visitor): Promise<{ message: number; room: number }> {
  const [message, link] = [
    page.locator('app-message-view').filter({ hasText: 'Cake is on me.' }),
    page.getByRole('link', { name: /^Sunday walk/ }),
  ];
  const [first, second] = [await message.boundingBox(), await link.boundingBox()];
  return { message: first?.height ?? 0, room: second?.height ?? 0 };
}
