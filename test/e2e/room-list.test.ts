import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { expectNoSidewaysSwipe, expectWithinReach } from '../support/browser/reach.js';
import { unmarkedStops } from '../support/browser/tab-stops.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { arrangementOf, makesSection, movesRooms, ordersRoomsBy } from '../support/people/arrangement.js';
import { Person, PASSWORD, type RoomAnswer } from '../support/people/person.js';
import { prefers } from '../support/people/reading.js';
import { aServer } from '../support/servers/server.js';

/** Where pictures go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;

const server = await aServer();
const browser = await aBrowser();

test('by activity nothing moves under the pointer, nor under the focus, and the list catches up afterwards', async () => {
  const { ada, ben, rooms } = await aList('stands', ['Attic', 'Bakery', 'Cellar']);
  const visitor = await arrives(ada);
  await expect.poll(() => names(visitor)).toEqual(['Cellar', 'Bakery', 'Attic']);
  await link(visitor, 'Bakery').hover();
  await ben.says('Up!', rooms[0]);
  await link(visitor, 'Attic', ', 1 unread message').waitFor();
  expect(await names(visitor)).toEqual(['Cellar', 'Bakery', 'Attic']);
  await visitor.page.mouse.move(1000, 400);
  await expect.poll(() => names(visitor)).toEqual(['Attic', 'Cellar', 'Bakery']);
  await link(visitor, 'Cellar').focus();
  await ben.says('Up as well!', rooms[1]);
  await link(visitor, 'Bakery', ', 1 unread message').waitFor();
  expect(await names(visitor)).toEqual(['Attic', 'Cellar', 'Bakery']);
  await visitor.page.getByRole('searchbox').focus();
  await expect.poll(() => names(visitor)).toEqual(['Bakery', 'Attic', 'Cellar']);
  // A menu that was opened from the list lies beside it, and the pointer is in it.
  await visitor.page.getByRole('button', { name: 'Arrange rooms' }).click();
  await visitor.page.getByRole('menu').waitFor();
  await visitor.page.mouse.move(1000, 400);
  await ben.says('And up!', rooms[2]);
  await link(visitor, 'Cellar', ', 1 unread message').waitFor({ state: 'attached' });
  expect(await names(visitor)).toEqual(['Bakery', 'Attic', 'Cellar']);
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('searchbox').focus();
  await expect.poll(() => names(visitor)).toEqual(['Cellar', 'Bakery', 'Attic']);
});

test('by name and in one’s own order nothing moves by itself, and the keys for what is unread follow what is seen; on both devices', async () => {
  const { ada, ben, rooms } = await aList('orders', ['Room 10', 'Room 9', 'Áttic']);
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  await choosesOrder(desk, 'By name');
  for (const device of [desk, phone]) await expect.poll(() => names(device)).toEqual(['Áttic', 'Room 9', 'Room 10']);
  await ben.says('Up?', rooms[0]);
  await ben.says('Up?', rooms[1]);
  await link(desk, 'Room 9', ', 1 unread message').waitFor();
  expect(await names(desk)).toEqual(['Áttic', 'Room 9', 'Room 10']);
  await desk.page.getByRole('searchbox').focus();
  await desk.page.keyboard.press('Alt+Shift+ArrowDown');
  await desk.page.getByRole('heading', { name: 'Room 9', level: 1 }).waitFor();
  await choosesOrder(desk, 'My own order');
  await says(desk, 'Rooms are in your own order.');
  // It begins as the list stood.
  expect(await names(desk)).toEqual(['Áttic', 'Room 9', 'Room 10']);
  await link(desk, 'Room 10', ', 1 unread message').focus();
  await desk.page.keyboard.press('Alt+ArrowUp');
  await says(desk, 'Room 10, moved to 2 of 3.');
  expect(await desk.focused()).toContain('Room 10');
  await desk.page.keyboard.press('Alt+ArrowUp');
  for (const device of [desk, phone]) await expect.poll(() => names(device)).toEqual(['Room 10', 'Áttic', 'Room 9']);
  await desk.page.keyboard.press('Alt+ArrowUp');
  await says(desk, 'Room 10 is first already.');
  // In the menu of the room that is open.
  await chooses(desk, 'Move up');
  await says(desk, 'Room 9, moved to 2 of 3.');
  for (const device of [desk, phone]) await expect.poll(() => names(device)).toEqual(['Room 10', 'Room 9', 'Áttic']);
  await expect.poll(async () => (await arrangementOf(ada)).order).toBe('OWN');
  await desk.page.reload();
  await expect.poll(() => names(desk)).toEqual(['Room 10', 'Room 9', 'Áttic']);
});

test('a section is made, filled, named, moved and deleted by keyboard alone, and shows on both devices', async () => {
  const { ada } = await aList('sections', ['Attic', 'Bakery']);
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  await link(desk, 'Bakery').press('Enter');
  await desk.composer.waitFor();
  await chooses(desk, 'Move to section');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('Section', { exact: true }).selectOption('New section …');
  await dialog.getByRole('button', { name: 'Move' }).press('Enter');
  await dialog.getByText('Give the section a name.').waitFor();
  await dialog.getByLabel('Name of the new section').fill('Sweet things');
  await desk.page.keyboard.press('Enter');
  await says(desk, 'Bakery, moved to Sweet things.');
  for (const device of [desk, phone]) await expect.poll(() => roomsUnder(device, 'Sweet things')).toEqual(['Bakery']);
  await desk.page.getByRole('button', { name: 'Arrange rooms' }).press('Enter');
  await desk.page.getByRole('menuitem', { name: 'New section' }).press('Enter');
  await dialog.getByLabel('Name').fill('Work');
  await desk.page.keyboard.press('Enter');
  for (const device of [desk, phone])
    await expect.poll(() => headings(device)).toEqual(['Sweet things', 'Work', 'Your rooms']);
  await inSection(desk, 'Work', 'Move section up');
  for (const device of [desk, phone])
    await expect.poll(() => headings(device)).toEqual(['Work', 'Sweet things', 'Your rooms']);
  await inSection(desk, 'Work', 'Rename section');
  await dialog.getByLabel('Name').fill('sweet THINGS');
  await desk.page.keyboard.press('Enter');
  await dialog.getByText('You already have a section called').waitFor();
  await dialog.getByLabel('Name').fill('Office');
  await desk.page.keyboard.press('Enter');
  for (const device of [desk, phone])
    await expect.poll(() => headings(device)).toEqual(['Office', 'Sweet things', 'Your rooms']);
  await chooses(desk, 'Move to section');
  await dialog.getByLabel('Section', { exact: true }).selectOption('Office');
  await dialog.getByRole('button', { name: 'Move' }).press('Enter');
  for (const device of [desk, phone]) await expect.poll(() => roomsUnder(device, 'Office')).toEqual(['Bakery']);
  await inSection(desk, 'Office', 'Delete section');
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Delete section' }).press('Enter');
  await says(desk, 'Office is deleted.');
  await inSection(desk, 'Sweet things', 'Delete section');
  for (const device of [desk, phone]) {
    await expect.poll(() => headings(device)).toEqual(['Your rooms']);
    await expect.poll(() => names(device)).toContain('Bakery');
  }
  // Its own menu has gone with it.
  await expect.poll(() => desk.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Tertulia, all rooms');
});

test('a section is folded on one device, and says what is unread in it; the room that is open stays in sight', async () => {
  const { ada, ben, rooms } = await aList('folds', ['Attic', 'Bakery', 'Cellar']);
  await movesRooms(ada, [rooms[0], rooms[1]], await makesSection(ada, 'House'));
  await prefers(ada, rooms[2], { isFavourite: true });
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  await desk.page.getByRole('button', { name: 'House', exact: true }).press('Enter');
  expect(await names(desk)).toEqual(['Cellar']);
  await ben.says(`Come, @${ada.username}`, rooms[0]);
  await ben.says('And you', rooms[1]);
  await desk.page.getByRole('button', { name: /^House\s*, 2 unread, 1 mention$/ }).waitFor();
  expect(await names(phone)).toHaveLength(3);
  await desk.page.getByRole('searchbox').focus();
  await desk.page.keyboard.press('Alt+Shift+ArrowDown');
  await desk.composer.waitFor();
  await expect.poll(() => names(desk)).toHaveLength(2);
  await desk.page.reload();
  await expect.poll(() => names(desk)).toHaveLength(2);
  await desk.page.getByRole('button', { name: /^House/ }).click();
  await expect.poll(() => names(desk)).toHaveLength(3);
});

test('a room that one has left and joined again is in no section, on a page that stayed open as on a new one', async () => {
  const { ada, ben, rooms } = await aList('returns', ['Attic', 'Bakery']);
  await movesRooms(ada, [rooms[0]], await makesSection(ada, 'House'));
  const desk = await arrives(ada);
  await expect.poll(() => roomsUnder(desk, 'House')).toEqual(['Attic']);
  await ada.leaves(rooms[0]);
  await expect.poll(() => roomsUnder(desk, 'House')).toEqual([]);
  await ben.adds(ada, rooms[0]);
  for (const device of [desk, await arrives(ada)])
    await expect.poll(() => roomsUnder(device, 'Your rooms')).toEqual(['Attic', 'Bakery']);
});

test('a change that does not reach the server is told and taken back', async () => {
  const { ada } = await aList('fails', ['Attic', 'Bakery']);
  await ordersRoomsBy(ada, 'OWN');
  const desk = await arrives(ada);
  const before = ['Attic', 'Bakery'];
  await expect.poll(() => names(desk)).toEqual(before);
  await desk.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"MoveRooms"') ? route.abort() : route.fallback(),
  );
  await link(desk, 'Bakery').focus();
  await desk.page.keyboard.press('Alt+ArrowUp');
  await desk.page.locator('mat-snack-bar-container').waitFor();
  await expect.poll(() => names(desk)).toEqual(before);
});

test('a room is dragged to a place, into a section, among the favourites and back', async () => {
  const { ada, ben, rooms } = await aList('drags', ['Attic', 'Bakery', 'Cellar']);
  await makesSection(ada, 'House');
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  const heading = (name: string) => list(desk).locator('app-section-heading').filter({ hasText: name });
  // By activity a place would not last: only into another group.
  await link(desk, 'Attic').dragTo(heading('House'));
  for (const device of [desk, phone]) await expect.poll(() => roomsUnder(device, 'House')).toEqual(['Attic']);
  await link(desk, 'Bakery').dragTo(link(desk, 'Cellar'), { targetPosition: { x: 60, y: 2 } });
  await says(desk, 'To move rooms, choose “My own order” in the menu of “Your rooms”.');
  await choosesOrder(desk, 'My own order');
  await expect.poll(() => names(phone)).toEqual(['Attic', 'Cellar', 'Bakery']);
  await link(desk, 'Bakery').dragTo(link(desk, 'Cellar'), { targetPosition: { x: 60, y: 2 } });
  await says(desk, 'Bakery, moved to 1 of 2.');
  for (const device of [desk, phone]) await expect.poll(() => names(device)).toEqual(['Attic', 'Bakery', 'Cellar']);
  const { height } = (await link(desk, 'Attic').boundingBox()) ?? { height: 0 };
  await link(desk, 'Cellar').dragTo(link(desk, 'Attic'), { targetPosition: { x: 60, y: height - 2 } });
  for (const device of [desk, phone]) await expect.poll(() => roomsUnder(device, 'House')).toEqual(['Attic', 'Cellar']);
  await prefers(ada, rooms[1], { isFavourite: true });
  await heading('Favourites').waitFor();
  await link(desk, 'Cellar').dragTo(link(desk, 'Bakery'));
  await expect.poll(async () => (await roomsUnder(phone, 'Favourites')).toSorted()).toEqual(['Bakery', 'Cellar']);
  await link(desk, 'Cellar').dragTo(heading('Your rooms'));
  for (const device of [desk, phone]) await expect.poll(() => roomsUnder(device, 'Your rooms')).toEqual(['Cellar']);
  // What is let go somewhere else stays where it was, and nothing holds the list any more.
  await link(desk, 'Cellar').dragTo(desk.page.getByRole('heading', { name: 'Choose a room' }));
  expect(await roomsUnder(desk, 'Your rooms')).toEqual(['Cellar']);
  await choosesOrder(desk, 'By activity');
  await movesRooms(ada, rooms.slice(0, 3), null);
  await desk.page.getByRole('searchbox').focus();
  await desk.page.mouse.move(1000, 400);
  await ben.says('Up!', rooms[0]);
  await expect.poll(async () => (await names(desk))[0]).toBe('Attic');
});

test('a key that is held down moves a room all the way, in a few requests', async () => {
  const { ada } = await aList('holds', ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  await choosesOrder(desk, 'By name');
  await choosesOrder(desk, 'My own order');
  await says(desk, 'Rooms are in your own order.');
  desk.asked.length = 0;
  await link(desk, 'H').focus();
  for (let step = 0; step < 7; step += 1) await desk.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => names(desk)).toEqual(['H', 'A', 'B', 'C', 'D', 'E', 'F', 'G']);
  await expect.poll(() => names(phone)).toEqual(['H', 'A', 'B', 'C', 'D', 'E', 'F', 'G']);
  expect(desk.asked.filter((name) => name === 'MoveRooms').length).toBeLessThan(7);
  expect(await names(desk)).toEqual(await names(phone));
});

test('a thousand rooms in fifty sections are all there, and each can be moved', async () => {
  const ada = await Person.registers(server, 'ada.thousand');
  const rooms: RoomAnswer[] = [];
  for (let number = 0; number < 1000; number += 1) rooms.push(await ada.creates(`Room ${String(number)}`, 'PRIVATE'));
  for (let section = 0; section < 50; section += 1) {
    const id = await makesSection(ada, `Section ${String(section)}`);
    await movesRooms(ada, rooms.slice(section * 20, section * 20 + 20), id);
  }
  await ordersRoomsBy(ada, 'OWN');
  const desk = await arrives(ada);
  await expect.poll(async () => (await names(desk)).length).toBe(1000);
  expect(await names(desk)).toEqual(rooms.map((_, number) => `Room ${String(number)}`));
  await link(desk, 'Room 999').focus();
  await desk.page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await names(desk)).slice(-2)).toEqual(['Room 999', 'Room 998']);
  await expect.poll(async () => (await arrangementOf(ada)).ownOrder.slice(0, 19)).toContain(rooms[999]?.id);
  await choosesOrder(desk, 'By name');
  await expect.poll(async () => (await names(desk)).slice(-2)).toEqual(['Room 998', 'Room 999']);
});

test('what is typed finds rooms as ever, by activity and in no sections', async () => {
  const { ada, rooms } = await aList('finds', ['Bakery one', 'Bakery two', 'Attic']);
  await movesRooms(ada, [rooms[0]], await makesSection(ada, 'House'));
  await ordersRoomsBy(ada, 'NAME');
  const desk = await arrives(ada);
  await desk.page.getByRole('searchbox').fill('bakery');
  await expect.poll(() => names(desk)).toEqual(['Bakery two', 'Bakery one']);
  expect(await headings(desk)).toEqual(['Your rooms']);
});

test.each([320, 390, 1440])(
  'looks well and is within reach at %i pixels, with names in both directions',
  async (width) => {
    const { ada, ben, rooms } = await aList(`looks.${String(width)}`, [
      'Attic',
      'مطبخ الحي القديم',
      'A room with a name that is longer than any list is wide, and goes on',
      'Cellar',
      'Garden',
    ]);
    await movesRooms(ada, [rooms[1], rooms[2]], await makesSection(ada, 'אזור שמאל לימין'));
    await makesSection(ada, 'A section with a name as long as any name may be 50'.slice(0, 50));
    await prefers(ada, rooms[3], { isFavourite: true });
    await ben.says(`Here, @${ada.username}`, rooms[1]);
    await ben.says('There', rooms[2]);
    const isTouch = width < 1000;
    const visitor = await Visitor.arrives(browser, server.url, { width, height: isTouch ? 740 : 900, touch: isTouch });
    await visitor.signsIn(ada.username, PASSWORD);
    await visitor.page.getByRole('button', { name: 'Arrange rooms' }).waitFor();
    await draws(visitor, `list ${String(width)}`);
    if (isTouch) await expectWithinReach(visitor.page, 'list');
    await expectNoSidewaysSwipe(visitor.page, 'list');
    expect(await faultsOf(visitor)).toEqual([]);
    await visitor.page.getByRole('button', { name: 'אזור שמאל לימין', exact: true }).click();
    await draws(visitor, `folded ${String(width)}`);
    await visitor.page.getByRole('button', { name: 'Arrange rooms' }).click();
    await draws(visitor, `order ${String(width)}`);
    expect(await faultsOf(visitor)).toEqual([]);
    if (isTouch) await expectWithinReach(visitor.page, 'order', '.cdk-overlay-pane');
    await visitor.page.keyboard.press('Escape');
    if (!isTouch) expect(await unmarkedStops(visitor.page)).toEqual([]);
    const presses = (place: Locator) => (isTouch ? place.tap() : place.click());
    await presses(link(visitor, 'Garden'));
    await presses(visitor.page.getByRole('button', { name: 'Room options' }));
    await presses(visitor.page.getByRole('menuitem', { name: 'Move to section' }));
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByLabel('Section', { exact: true }).selectOption('New section …');
    await draws(visitor, `move ${String(width)}`);
    expect(await faultsOf(visitor)).toEqual([]);
    if (isTouch) await expectWithinReach(visitor.page, 'move', '.cdk-overlay-pane');
    await dialog.getByLabel('Section', { exact: true }).selectOption('אזור שמאל לימין');
    await presses(dialog.getByRole('button', { name: 'Move' }));
    await expect.poll(async () => (await arrangementOf(ada)).sections[0]?.roomIds).toHaveLength(3);
  },
);

/** Rooms that Ada made in this order and Ben is in as well. */
async function aList(story: string, roomNames: readonly string[]) {
  const [ada, ben] = await Promise.all(['ada', 'ben'].map((name) => Person.registers(server, `${name}.${story}`)));
  if (!ada || !ben) throw new Error('Somebody is missing.');
  const rooms: RoomAnswer[] = [];
  for (const name of roomNames) {
    const room = await ada.creates(name, 'PRIVATE');
    await ada.adds(ben, room);
    rooms.push(room);
  }
  return { ada, ben, rooms: rooms as [RoomAnswer, RoomAnswer, RoomAnswer, RoomAnswer, RoomAnswer] };
}

async function arrives(who: Person): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn(who.username, PASSWORD);
  await visitor.page.getByRole('button', { name: 'Arrange rooms' }).waitFor();
  return visitor;
}

function list({ page }: Visitor): Locator {
  return page.getByRole('navigation', { name: 'Rooms' });
}

/** Of the rooms that the viewer is in, from the top to the end. */
function names(visitor: Visitor): Promise<string[]> {
  return list(visitor)
    .locator('app-section-heading + p + ul a .name, app-section-heading + ul a .name')
    .allTextContents();
}

async function headings(visitor: Visitor): Promise<string[]> {
  return list(visitor).locator('app-section-heading .heading').allTextContents();
}

function roomsUnder(visitor: Visitor, heading: string): Promise<string[]> {
  const group = list(visitor).locator('app-section-heading').filter({ hasText: heading });
  return group.locator('xpath=following-sibling::ul[1]').locator('a .name').allTextContents();
}

/** By the name of a room, and what is unread in it. */
function link(visitor: Visitor, name: string, unread = ''): Locator {
  return list(visitor).getByRole('link', { name: `${name}, private${unread}`, exact: true });
}

async function choosesOrder({ page }: Visitor, order: string): Promise<void> {
  await page.getByRole('button', { name: 'Arrange rooms' }).press('Enter');
  await page.getByRole('menuitemradio', { name: order }).press('Enter');
}

/** In the menu of the room that is open. */
async function chooses({ page }: Visitor, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Room options' }).press('Enter');
  await page.getByRole('menuitem', { name: words }).press('Enter');
}

async function inSection({ page }: Visitor, section: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Options of section ${section}` }).press('Enter');
  await page.getByRole('menuitem', { name: words }).press('Enter');
}

/** What a screen reader hears. */
async function says({ page }: Visitor, sentence: string): Promise<void> {
  await page.getByText(sentence).first().waitFor({ state: 'attached' });
}

async function draws({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(FOLDER, `${name} ${colorScheme}.png`) });
  }
}
