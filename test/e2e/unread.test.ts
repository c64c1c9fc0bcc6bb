import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { EDIT, PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { prefers, unreadOf } from '../support/people/reading.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('both of Ada’s devices say how much is unread, in the list, the title and the icon, until she has read it on one', async () => {
  const { ada, ben, room } = await aRoom('devices');
  const [desk, phone] = [await arrives(ada), await arrives(ada)];
  await ben.says('Tea?', room);
  await ben.says('Coffee?', room);
  for (const device of [desk, phone]) {
    await linkTo(device, `${room.name}, 2 unread messages`).waitFor();
    await expect.poll(() => device.page.title()).toBe('(2) Tertulia');
    await expect.poll(() => iconOf(device)).toMatch(/^data:image\/png/);
  }
  desk.asked.length = 0;
  await linkTo(desk, room.name).click();
  await desk.sees('Coffee?');
  for (const device of [desk, phone]) {
    await linkTo(device, room.name, true).waitFor();
    await expect.poll(() => device.page.title()).toMatch(/^(?!\()/);
    await expect.poll(() => iconOf(device)).toBe('icon.svg');
  }
  expect(await unreadOf(ada, room)).toBe(0);
  // The room, and that it was read: nothing else is asked for.
  expect(desk.asked).toEqual(['OpenRoom', 'MarkRead']);
  await desk.page.reload();
  await desk.sees('Coffee?');
  await linkTo(desk, room.name, true).waitFor();
});

test('what mentions Ada has a badge of its own, until it is edited away or read', async () => {
  const { ada, ben, room } = await aRoom('named');
  const visitor = await arrives(ada);
  await ben.says('Tea?', room);
  const { id } = await ben.says(`Tea, @${ada.username}?`, room);
  await linkTo(visitor, `${room.name}, 2 unread messages, 1 mention`, true).waitFor();
  await ben.says('@room Tea!', room);
  await linkTo(visitor, `${room.name}, 3 unread messages, 2 mentions`, true).waitFor();
  await ben.asks(EDIT, { id, body: 'Tea?' });
  await linkTo(visitor, `${room.name}, 3 unread messages, 1 mention`, true).waitFor();
  await linkTo(visitor, room.name).click();
  await visitor.sees('@room Tea!');
  await linkTo(visitor, room.name, true).waitFor();
});

test('all badges come in the one request that opens the client', async () => {
  const { ada, ben, room } = await aRoom('opens');
  const other = await ada.creates('opens too');
  await ben.joins(other);
  await ben.says('Tea?', room);
  for (const text of ['One', 'two']) await ben.says(text, other);
  const visitor = await arrives(ada);
  await expect.poll(() => visitor.asked).toContain('OpenChat');
  visitor.asked.length = 0;
  await visitor.page.reload();
  await linkTo(visitor, 'opens too, 2 unread messages').waitFor();
  await linkTo(visitor, `${room.name}, 1 unread message`).waitFor();
  expect(visitor.asked.filter((name) => name !== 'RefreshSession')).toEqual(['OpenChat']);
});

test('a device that was offline says the right number when it is back, whatever was read and said meanwhile', async () => {
  const { ada, ben, room } = await aRoom('offline');
  const away = await arrives(ada);
  await ben.says('One', room);
  await linkTo(away, `${room.name}, 1 unread message`).waitFor();
  await away.context.setOffline(true);
  await away.page.getByText('Connection lost.').waitFor();
  const desk = await arrives(ada, room);
  await desk.sees('One');
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
  await desk.page.goto(`${server.url}/chat`);
  await linkTo(desk, room.name).waitFor();
  for (const text of ['Two', 'Three', 'Four']) await ben.says(text, room);
  await linkTo(desk, `${room.name}, 3 unread messages`).waitFor();
  await away.context.setOffline(false);
  await away.isConnected();
  await linkTo(away, `${room.name}, 3 unread messages`).waitFor();
});

test('what is read offline is read at once, and the server is told when the connection is back', async () => {
  const { ada, ben, room } = await aRoom('train');
  const visitor = await arrives(ada, room);
  const next = await ada.creates('next carriage');
  await linkTo(visitor, next.name).click();
  await visitor.page.getByRole('heading', { name: next.name }).waitFor();
  await ben.says('Tea?', room);
  await linkTo(visitor, `${room.name}, 1 unread message`).waitFor();
  await visitor.context.setOffline(true);
  await linkTo(visitor, room.name).click();
  await visitor.sees('Tea?');
  await linkTo(visitor, room.name, true).waitFor();
  expect(await unreadOf(ada, room)).toBe(1);
  await visitor.context.setOffline(false);
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
  await linkTo(visitor, room.name, true).waitFor();
});

test('a room is read by reading its end, and not by opening it; the line stays where one left off', async () => {
  const { ada, ben, room } = await aRoom('end');
  await saysLines(ben, room, 40);
  const visitor = await arrives(ada, room);
  // Where she left off, and not at the end.
  await visitor.page.getByText('New messages', { exact: true }).waitFor();
  await visitor.sees('Line 1 of');
  expect(await isInView(visitor.messages('Line 1 of'), visitor)).toBe(true);
  expect(await isInView(visitor.messages('Line 40 of'), visitor)).toBe(false);
  await linkTo(visitor, `${room.name}, 40 unread messages`).waitFor();
  expect(visitor.asked).not.toContain('MarkRead');
  await scrollsToEnd(visitor);
  await linkTo(visitor, room.name, true).waitFor();
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
  // What comes before her eyes needs no line, and moves none.
  await ben.says('Before her eyes', room);
  await visitor.sees('Before her eyes');
  await visitor.messages('Line 1 of').or(visitor.timeline).first().hover();
  while (!(await isInView(visitor.messages('Line 1 of'), visitor))) await visitor.page.mouse.wheel(0, -600);
  expect(await isRightBelowLine(visitor.messages('Line 1 of'))).toBe(true);
  expect(await visitor.page.getByText('New messages', { exact: true }).count()).toBe(1);
});

test('a window that nobody looks at reads nothing', async () => {
  const { ada, ben, room } = await aRoom('hidden');
  const visitor = await arrives(ada, room);
  await ben.says('Seen', room);
  await visitor.sees('Seen');
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
  await looks(visitor.page, false);
  await ben.says('Not seen', room);
  await visitor.sees('Not seen');
  await linkTo(visitor, `${room.name}, 1 unread message`).waitFor();
  expect(await unreadOf(ada, room)).toBe(1);
  await looks(visitor.page, true);
  await linkTo(visitor, room.name, true).waitFor();
  expect(await isRightBelowLine(visitor.messages('Not seen'))).toBe(true);
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
});

test('where more is unread than is loaded, Ada jumps to the first of it, or marks it as read', async () => {
  const { ada, ben, room } = await aRoom('holiday');
  await saysLines(ben, room, 130);
  const visitor = await arrives(ada, room);
  await visitor.sees('Line 130 of');
  const jump = visitor.page.getByRole('button', { name: 'Jump to first unread' });
  await jump.waitFor();
  // The end is in view, but only because the room was opened there.
  await linkTo(visitor, `${room.name}, 130 unread messages`).waitFor();
  expect(visitor.asked).not.toContain('MarkRead');
  await jump.click();
  await visitor.sees('Line 1 of');
  await expect.poll(() => isRightBelowLine(visitor.messages('Line 1 of'))).toBe(true);
  await jump.waitFor({ state: 'detached' });
  expect(await unreadOf(ada, room)).toBe(130);
  await visitor.page.goto(`${server.url}/chat`);
  await visitor.page.evaluate(() => {
    sessionStorage.clear();
  });
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.page.getByRole('button', { name: 'Mark as read' }).click();
  await linkTo(visitor, room.name, true).waitFor();
  await jump.waitFor({ state: 'detached' });
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
});

test('what is marked as unread stays so on all devices, also in the open room, until one comes back to it', async () => {
  const { ada, ben, room } = await aRoom('later');
  const next = await ada.creates('elsewhere');
  await saysLines(ben, room, 3);
  const [desk, phone] = [await arrives(ada, room), await arrives(ada)];
  await linkTo(phone, room.name, true).waitFor();
  await desk.sees('Line 3 of');
  await linkTo(desk, room.name, true).waitFor();
  await desk.messages('Line 2 of').hover();
  await desk.page.getByRole('button', { name: /^More actions for .*Line 2 of/ }).click();
  await desk.page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  for (const device of [desk, phone]) await linkTo(device, `${room.name}, 2 unread messages`).waitFor();
  expect(await isRightBelowLine(desk.messages('Line 2 of'))).toBe(true);
  // Another message does not make it read either.
  await ben.says('And another', room);
  await desk.sees('And another');
  for (const device of [desk, phone]) await linkTo(device, `${room.name}, 3 unread messages`).waitFor();
  await linkTo(desk, next.name).click();
  await desk.page.getByRole('heading', { name: next.name }).waitFor();
  await linkTo(desk, room.name).click();
  await desk.sees('And another');
  for (const device of [desk, phone]) await linkTo(device, room.name, true).waitFor();
});

test('what is marked as unread on the phone is not read by the desk, where the room is open', async () => {
  const { ada, ben, room } = await aRoom('from the phone');
  const [desk, phone] = [await arrives(ada, room), await arrives(ada, room)];
  await looks(phone.page, false);
  await ben.says('Tea?', room);
  await desk.sees('Tea?');
  await expect.poll(() => unreadOf(ada, room)).toBe(0);
  await phone.messages('Tea?').hover();
  await phone.page.getByRole('button', { name: /^More actions for .*Tea/ }).click();
  await phone.page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  for (const device of [desk, phone]) await linkTo(device, `${room.name}, 1 unread message`).waitFor();
  expect(await unreadOf(ada, room)).toBe(1);
});

test('by keyboard alone Ada goes from unread room to unread room, and marks one, and all, as read', async () => {
  const { ada, ben, room: first } = await aRoom('key first');
  const quiet = await ada.creates('key quiet');
  const second = await ada.creates('key second');
  await ben.joins(second);
  await saysLines(ben, first, 40);
  await saysLines(ben, second, 40);
  const visitor = await arrives(ada, quiet);
  const { keyboard } = visitor.page;
  // By the order of the list: what was said last stands first.
  await linkTo(visitor, `${second.name}, 40 unread messages`).waitFor();
  await keyboard.press('Alt+Shift+ArrowUp');
  await visitor.page.getByRole('heading', { name: first.name }).waitFor();
  await keyboard.press('Alt+Shift+ArrowUp');
  await visitor.page.getByRole('heading', { name: second.name }).waitFor();
  await keyboard.press('Alt+Shift+ArrowDown');
  await visitor.page.getByRole('heading', { name: first.name }).waitFor();
  await visitor.sees('Line 1 of');
  await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id)).toBe('message-box');
  await keyboard.press('Escape');
  await linkTo(visitor, first.name, true).waitFor();
  await visitor.page.getByText('Marked as read.').waitFor({ state: 'attached' });
  await linkTo(visitor, `${second.name}, 40 unread messages`).waitFor();
  await ben.says('More', first);
  await linkTo(visitor, `${first.name}, 1 unread message`).waitFor();
  await keyboard.press('Shift+Escape');
  await visitor.page.getByText('Everything is marked as read.').waitFor({ state: 'attached' });
  for (const room of [first, second]) await linkTo(visitor, room.name, true).waitFor();
  for (const room of [first, second]) await expect.poll(() => unreadOf(ada, room)).toBe(0);
  await keyboard.press('Alt+Shift+ArrowDown');
  await visitor.page.getByText('Nothing else is unread.').waitFor({ state: 'attached' });
  await visitor.page.getByRole('button', { name: 'Account menu' }).click();
  await visitor.page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  for (const line of ['Previous / next room with something unread', 'Mark the room as read', 'Mark everything as read'])
    await visitor.page.getByText(line).waitFor();
});

test('all rooms are marked as read, also more than go into one request', async () => {
  const { ada, ben, room } = await aRoom('many');
  const rooms = [room];
  for (let count = 1; count < 23; count += 1) rooms.push(await ada.creates(`many ${String(count)}`));
  for (const each of rooms.slice(1)) await ben.joins(each);
  for (const each of rooms) await ben.says('Tea?', each);
  const visitor = await arrives(ada);
  await expect.poll(() => visitor.page.title()).toBe('(23) Tertulia');
  visitor.asked.length = 0;
  await visitor.page.getByRole('button', { name: 'Account menu' }).click();
  await visitor.page.getByRole('menuitem', { name: 'Mark all as read' }).click();
  await expect.poll(() => visitor.page.title()).toBe('Tertulia');
  for (const each of rooms) await expect.poll(() => unreadOf(ada, each)).toBe(0);
  expect(visitor.asked.toSorted()).toEqual(['LastMessages', 'LastMessages', 'MarkRead', 'MarkRead']);
});

test('Escape in what lies over the page, or is being written, marks nothing', async () => {
  const { ada, ben, room } = await aRoom('escape');
  await saysLines(ben, room, 40);
  const visitor = await arrives(ada, room);
  await visitor.sees('Line 1 of');
  await visitor.page.getByRole('button', { name: 'Room options' }).click();
  await visitor.page.getByRole('menuitem', { name: 'Leave room' }).waitFor();
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  await visitor.page.keyboard.press('Control+k');
  await visitor.page.keyboard.press('Escape');
  await visitor.messages('Line 2 of').focus();
  await visitor.page.keyboard.press('Escape');
  await expect.poll(() => visitor.page.evaluate(() => document.activeElement?.id)).toBe('message-box');
  await linkTo(visitor, `${room.name}, 40 unread messages`).waitFor();
  expect(visitor.asked).not.toContain('MarkRead');
});

test('a favourite stands on top, a muted room is silent, and how one hears of a room is the same on all devices', async () => {
  const { ada, ben, room } = await aRoom('loved');
  const noisy = await ada.creates('noisy');
  await ben.joins(noisy);
  const [desk, phone] = [await arrives(ada, room), await arrives(ada)];
  await choosesInMenu(desk, 'menuitem', 'Add to favourites');
  for (const device of [desk, phone]) {
    await device.page.getByRole('heading', { name: 'Favourites' }).waitFor();
    expect((await linksOf(device)).slice(0, 2)).toEqual([room.name, noisy.name]);
  }
  await linkTo(desk, noisy.name).click();
  await desk.page.getByRole('heading', { name: noisy.name }).waitFor();
  await choosesInMenu(desk, 'menuitem', 'Mute room');
  await choosesInMenu(desk, 'menuitemradio', 'Every message');
  for (const device of [desk, phone]) await linkTo(device, `${noisy.name}, muted`, true).waitFor();
  await desk.page.getByRole('button', { name: 'Room options' }).click();
  await desk.page.getByRole('menuitemradio', { name: 'Every message', checked: true }).waitFor();
  await desk.page.keyboard.press('Escape');
  await linkTo(desk, room.name).click();
  await desk.page.getByRole('heading', { name: room.name }).waitFor();
  await ben.says('Psst', noisy);
  await linkTo(phone, `${noisy.name}, muted, 1 unread message`).waitFor();
  expect(await phone.page.title()).toBe('Tertulia');
  await phone.page.keyboard.press('Alt+Shift+ArrowDown');
  await phone.page.getByText('Nothing else is unread.').waitFor({ state: 'attached' });
  // The room of somebody else's message is told only where it is not muted.
  expect(await phone.page.getByText('New message in noisy').count()).toBe(0);
  await prefers(ada, noisy, { isMuted: false });
  for (const device of [desk, phone]) await linkTo(device, `${noisy.name}, 1 unread message`).waitFor();
  await expect.poll(() => phone.page.title()).toBe('(1) Tertulia');
});

test('whoever reads along sends a mark every two seconds at most', async () => {
  const { ada, ben, room } = await aRoom('lively');
  const visitor = await arrives(ada, room);
  await visitor.page.addInitScript(noteMarks);
  await visitor.page.reload();
  const marks = (): Promise<number[]> =>
    visitor.page.evaluate(() => performance.getEntriesByName('mark').map(({ startTime }) => startTime));
  for (let count = 1; (await marks()).length < 4; count += 1) {
    await ben.says(`Line ${String(count)} of it`, room);
    await visitor.sees(`Line ${String(count)} of it`);
  }
  const times = await marks();
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // By the page's own clock, which its timer goes by; a request may be made somewhat after its pause has begun.
  for (const pause of pauses) expect(pause).toBeGreaterThan(1_000);
});

test('a room that Ada is brought into counts from then on', async () => {
  const { ada, ben } = await aRoom('brought');
  const visitor = await arrives(ada);
  const cellar = await ben.creates('cellar of the brought', 'PRIVATE');
  await ben.says('Before her', cellar);
  await ben.adds(ada, cellar);
  await linkTo(visitor, `${cellar.name}, private`, true).waitFor();
  await ben.says('With her', cellar);
  await linkTo(visitor, `${cellar.name}, private, 1 unread message`).waitFor();
});

async function aRoom(name: string): Promise<{ ada: Person; ben: Person; room: RoomAnswer }> {
  const word = name.replaceAll(' ', '');
  const ada = await Person.registers(server, `ada.${word}`);
  const ben = await Person.registers(server, `ben.${word}`);
  const room = await ada.creates(name);
  await ben.joins(room);
  return { ada, ben, room };
}

async function arrives(person: Person, room?: RoomAnswer, options: { width?: number } = {}): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.signsIn(person.username, PASSWORD);
  if (!room) return visitor;
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return visitor;
}

async function saysLines(person: Person, room: RoomAnswer, count: number): Promise<void> {
  for (let line = 1; line <= count; line += 1) await person.says(`Line ${String(line)} of it`, room);
}

function linkTo({ page }: Visitor, name: string, exact = false): Locator {
  return page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact });
}

async function linksOf({ page }: Visitor): Promise<string[]> {
  const names = await page.getByRole('navigation', { name: 'Rooms' }).locator('.name').allTextContents();
  return names.map((name) => name.trim());
}

async function choosesInMenu({ page }: Visitor, role: 'menuitem' | 'menuitemradio', name: string): Promise<void> {
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole(role, { name }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** In the page: notes when a mark is sent. */
function noteMarks(): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    if (typeof init?.body === 'string' && init.body.includes('MarkRead')) performance.mark('mark');
    return send(input, init);
  };
}

function iconOf({ page }: Visitor): Promise<string | null> {
  return page.locator('link[rel="icon"]').getAttribute('href');
}

/** Whether somebody looks at the window: what the browser says of it. */
function looks(page: Page, visible: boolean): Promise<void> {
  return page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    visible ? 'visible' : 'hidden',
  );
}

async function isInView(message: Locator, { timeline }: Visitor): Promise<boolean> {
  if ((await message.count()) === 0) return false;
  const [box, frame] = await Promise.all([message.first().boundingBox(), timeline.boundingBox()]);
  return box !== null && frame !== null && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}

async function scrollsToEnd({ page, timeline }: Visitor): Promise<void> {
  await timeline.hover();
  const isAtEnd = (): Promise<boolean> =>
    timeline.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight < 4);
  while (!(await isAtEnd())) await page.mouse.wheel(0, 800);
}

/** Whether the line above what is new is the row before a message. */
function isRightBelowLine(message: Locator): Promise<boolean> {
  return message
    .first()
    .evaluate((element) => element.closest('[data-row]')?.previousElementSibling?.getAttribute('data-row') === 'new');
}
