import { expect, test } from 'vitest';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { faultsOf } from '../support/browser/axe.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');

test('what Ada pins, Ben finds in the room’s list, live, and goes from there to where it was said', async () => {
  const room = await aRoom('Kitchen');
  const rules = await ben.says('Wash your cup', room);
  for (let line = 1; line <= 60; line += 1) await ben.says(`Line ${String(line)}`, room);
  const late = await ben.says('Tea at four', room);
  const [adas, bens] = [await arrives('ada', room), await arrives('ben', room)];
  await choose(bens, 'Room options', 'Pinned messages');
  await bens.page.getByText('Nothing is pinned yet.').waitFor();
  await choose(adas, /^More actions for Ben Okri’s message “Tea at four”/, 'Pin');
  await adas.messages('Tea at four').getByText('Pinned').waitFor();
  const list = bens.page.getByRole('complementary', { name: 'Pinned messages' });
  await list.getByText('Tea at four').waitFor();
  await bens.messages('Tea at four').getByText('Pinned').waitFor();
  await ada.pins(rules);
  await expect.poll(() => list.locator('.prose').allTextContents()).toEqual(['Wash your cup', 'Tea at four']);
  await ben.edits(late, 'Tea at five');
  await list.getByText('Tea at five').waitFor();

  await list.getByRole('link', { name: /^Go to message: Ben Okri’s message “Wash your cup”/ }).click();
  await bens.messages('Wash your cup').waitFor();
  await list.getByRole('button', { name: /^Unpin: .*Wash your cup/ }).click();
  await list.getByText('Wash your cup').waitFor({ state: 'detached' });
  await ben.deletes(late);
  await bens.page.getByText('Nothing is pinned yet.').waitFor();
  expect(await bens.page.evaluate(() => document.activeElement?.textContent)).toBe('Pinned messages');
  await bens.page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
});

test('what Ada saves on one device is on the other, goes on both, and nobody else sees it', async () => {
  const room = await aRoom('Garden');
  const said = await ben.says('Water the roses', room);
  const [laptop, phone] = [await arrives('ada', room), await arrives('ada', room, { width: 390, touch: true })];
  const bens = await arrives('ben', room);
  await phone.page.getByRole('link', { name: 'Back to rooms' }).tap();
  await phone.page.getByRole('link', { name: 'Saved' }).tap();
  await phone.page.getByText('Nothing saved yet').waitFor();
  await choose(laptop, /^More actions for Ben Okri’s message “Water the roses”/, 'Save for later');
  await laptop.messages('Water the roses').getByText('Saved').waitFor();
  await phone.page.getByText('Water the roses').waitFor();
  await phone.page.getByText('· Garden').waitFor();
  await ben.edits(said, 'Water the tulips');
  await phone.page.getByText('Water the tulips').waitFor();
  expect(await bens.messages('Water the tulips').getByText('Saved').count()).toBe(0);
  expect(await faultsOf(phone)).toEqual([]);
  await phone.page.reload();
  await phone.page.getByText('Water the tulips').waitFor();
  await phone.page.getByRole('button', { name: /^Remove: .*tulips/ }).tap();
  await phone.page.getByText('Nothing saved yet').waitFor();
  await laptop.messages('Water the tulips').getByText('Saved').waitFor({ state: 'detached' });
  await bens.page.getByRole('link', { name: 'Saved' }).click();
  await bens.page.getByText('Nothing saved yet').waitFor();
});

test('the page of what one saved leads to where it was said, and Back comes back to it', async () => {
  const room = await aRoom('Attic');
  const said = await ben.says('The key is under the mat', room);
  await ada.saves(said);
  const adas = await arrives('ada', room);
  await adas.page.getByRole('link', { name: 'Saved' }).click();
  await expect.poll(() => adas.page.title()).toContain('Saved');
  await adas.page.getByRole('link', { name: /^Go to message: Ben Okri’s message “The key/ }).click();
  await adas.sees('The key is under the mat');
  await adas.page.goBack();
  await adas.page.getByRole('heading', { name: 'Saved' }).waitFor();
});

test.each([320, 390, 1440])('axe finds nothing wrong, and nothing sticks out, at %i pixels', async (width) => {
  const room = await aRoom(`Wide ${String(width)}`);
  const said = await ben.says(`A rule that goes on ${'and on '.repeat(60)}`, room);
  await ada.pins(said);
  await ada.saves(said);
  const adas = await arrives('ada', room, { width, touch: width < 500 });
  await choose(adas, 'Room options', 'Pinned messages');
  await adas.page.getByRole('button', { name: /^Unpin: / }).waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  expect(await adas.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await adas.page.goto(`${server.url}/chat/saved`);
  await adas.page
    .getByRole('button', { name: /^Remove: / })
    .first()
    .waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  expect(await adas.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

async function aRoom(name: string): Promise<RoomAnswer> {
  const room = await ada.creates(name);
  await ben.joins(room);
  return room;
}

async function arrives(
  who: 'ada' | 'ben',
  room: RoomAnswer,
  options: Parameters<typeof Visitor.arrives>[2] = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.hasSignedIn(who, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await visitor.timeline.getByRole('article').first().waitFor();
  return visitor;
}

async function choose(visitor: Visitor, button: string | RegExp, item: string): Promise<void> {
  await visitor.page.getByRole('button', { name: button }).click();
  await visitor.page.getByRole('menuitem', { name: item, exact: true }).click();
}
