import { expect, test } from 'vitest';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { faultsOf } from '../support/browser/axe.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');

test('Ctrl+F looks in the open room, marks what it finds, and leads to it by keyboard alone', async () => {
  const room = await aRoom('Kitchen');
  const attic = await aRoom('The attic');
  await ben.says('The **kettle** is on the stove', room);
  await ben.says('Another kettle stands here', attic);
  for (let line = 1; line <= 60; line += 1) await ben.says(`Line ${String(line)}`, room);
  const visitor = await arrives(room, { width: 1440 });
  const { page } = visitor;
  await page.keyboard.press('Control+f');
  const panel = page.getByRole('complementary', { name: 'Search' });
  const box = panel.getByRole('combobox', { name: 'Search messages' });
  await expect.poll(() => box.inputValue()).toBe('in:#Kitchen ');
  await page.keyboard.type('KETT');
  const hit = panel.getByRole('link', { name: /kettle\*\* is on the stove/ });
  await expect.poll(() => hit.locator('mark').allTextContents()).toEqual(['kett']);
  await panel.getByRole('status').getByText('1 message found').waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await hit.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await visitor.messages('The kettle is on the stove').waitFor();
  await hit.waitFor();
  // In the box itself the key is the browser's.
  await box.focus();
  const isTaken = await box.evaluate(
    (input) =>
      !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true })),
  );
  expect(isTaken).toBe(false);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('filters are offered while one types, and more hits are read when one asks for them', async () => {
  const room = await aRoom('Garden');
  for (let rose = 1; rose <= 30; rose += 1) await ben.says(`Rose ${String(rose)}`, room);
  await ada.says('Rose of mine', room);
  const { page } = await arrives(room, { width: 1440 });
  await page.getByRole('link', { name: 'Search' }).click();
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await box.fill('rose fr');
  await page.getByRole('option', { name: /^from:/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('okri');
  await page.getByRole('option', { name: 'Ben Okri @ben' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await box.inputValue()).toBe('rose from:@ben ');
  const hits = page.getByRole('main').getByRole('link', { name: /Ben Okri/ });
  await expect.poll(() => hits.count()).toBe(25);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => hits.count()).toBe(30);
  await box.fill('nothing like it');
  await page.getByText('No messages found.').waitFor();
});

test('on a phone it is a page, which is there again after a look at a hit', async () => {
  const room = await aRoom('Harbour');
  await ben.says('The boat leaves at nine', room);
  const visitor = await arrives(room, { width: 390, touch: true });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Search messages' }).tap();
  const box = page.getByRole('combobox', { name: 'Search messages' });
  await expect.poll(() => box.inputValue()).toBe('in:#Harbour ');
  await box.fill('boat');
  await page.getByRole('link', { name: /The boat leaves/ }).tap();
  await visitor.messages('The boat leaves at nine').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: /The boat leaves/ }).waitFor();
});

test.each([320, 1440])('axe finds nothing wrong, and nothing sticks out, at %i pixels', async (width) => {
  const room = await aRoom(`Wide ${String(width)}`);
  await ben.says(`A rule ${'and on '.repeat(60)} ${'x'.repeat(90)} rule`, room);
  await ben.says('כלל חשוב: rule', room);
  const visitor = await arrives(room, { width, touch: width < 500 });
  await visitor.page.getByRole('button', { name: 'Search messages' }).click();
  const box = visitor.page.getByRole('combobox', { name: 'Search messages' });
  await box.waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
  await box.fill('rule');
  await expect.poll(() => visitor.page.locator('mark').count()).toBeGreaterThan(1);
  expect(await faultsOf(visitor)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

async function aRoom(name: string): Promise<RoomAnswer> {
  const room = await ada.creates(name);
  await ben.joins(room);
  return room;
}

async function arrives(room: RoomAnswer, options: Parameters<typeof Visitor.arrives>[2]): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.timeline.getByRole('article').first().waitFor();
  return visitor;
}
