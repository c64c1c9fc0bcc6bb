import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('Ada replies in a thread that is not there yet, Ben sees it grow below his message, and opens it', async () => {
  const { ada, ben, room } = await aRoom('first reply');
  await ben.says('Lunch?', room);
  const [adas, bens] = [await arrives(ada, room), await arrives(ben, room)];
  await adas.messages('Lunch?').hover();
  adas.asked.length = 0;
  await adas.page.getByRole('button', { name: /^Reply in thread to .*Lunch/ }).click();
  await repliesOf(adas).getByText('No replies yet').waitFor();
  await expect.poll(() => focusedId(adas)).toBe('thread-message-box');
  // One screen is one request.
  expect(adas.asked.filter((name) => name === 'OpenThread')).toHaveLength(1);
  await boxOf(adas).fill('Soup');
  await boxOf(adas).press('Enter');
  await reply(adas, 'Soup').waitFor();
  await linkBelow(bens, 'Lunch?', '1 reply').click();
  await reply(bens, 'Soup').waitFor();
  await boxOf(bens).fill('With bread');
  await boxOf(bens).press('Enter');
  for (const visitor of [adas, bens]) {
    await reply(visitor, 'With bread').waitFor();
    await linkBelow(visitor, 'Lunch?', '2 replies').waitFor();
    // Nothing of it stands in the room itself.
    expect(await visitor.messages('Soup').count()).toBe(0);
  }
  expect(new URL(bens.page.url()).pathname).toMatch(new RegExp(`^/chat/${room.id}/thread/[^/]+$`));
});

test('what is unread in a thread shows on both of Ada’s devices, until she has read it on one', async () => {
  const { ada, ben, room } = await aRoom('devices');
  const lunch = await ada.says('Lunch?', room);
  const [desk, phone] = [await arrives(ada, room), await arrives(ada, '/chat')];
  await linkTo(phone, room.name, true).waitFor();
  await ben.says('Soup', room, { threadRootId: lunch.id });
  await ben.says('Bread', room, { threadRootId: lunch.id });
  for (const device of [desk, phone]) {
    await linkTo(device, `${room.name}, 1 unread thread`, true).waitFor();
    await device.page.getByRole('link', { name: /^Threads.*1 unread/ }).waitFor();
  }
  await expect.poll(() => phone.page.title()).toBe('(1) Tertulia');
  // Of a thread that began before their eyes both know by themselves.
  for (const device of [desk, phone]) expect(device.asked).not.toContain('ThreadReadings');
  expect(await ada.asks(UNREAD, { id: lunch.id })).toMatchObject({ thread: { viewerState: { unreadCount: 2 } } });
  await linkBelow(desk, 'Lunch?', '2 replies').getByText('2 new', { exact: true }).waitFor();
  await linkBelow(desk, 'Lunch?', '2 replies').click();
  await reply(desk, 'Bread').waitFor();
  await linkBelow(desk, 'Lunch?', '2 replies').getByText('2 new', { exact: true }).waitFor({ state: 'detached' });
  for (const device of [desk, phone]) await linkTo(device, room.name, true).waitFor();
  await expect
    .poll(() => ada.asks(UNREAD, { id: lunch.id }))
    .toMatchObject({
      thread: { viewerState: { unreadCount: 0 } },
    });
  // What is said before her eyes is read at once, on both.
  await ben.says('Wine', room, { threadRootId: lunch.id });
  await reply(desk, 'Wine').waitFor();
  await linkBelow(desk, 'Lunch?', '3 replies').waitFor();
  for (const device of [desk, phone]) await linkTo(device, room.name, true).waitFor();
});

test('a date leads to what was said in a thread then, as it does in a room', async () => {
  const { ada, ben, room } = await aRoom('dates');
  const lunch = await ada.says('Lunch?', room);
  for (let count = 1; count <= 120; count += 1)
    await ben.says(`Reply ${String(count)} of many`, room, { threadRootId: lunch.id });
  const adas = await arrives(ada, room);
  await linkBelow(adas, 'Lunch?', '120 replies').click();
  await reply(adas, 'Reply 120 of').waitFor();
  expect(await reply(adas, 'Reply 1 of').count()).toBe(0);
  adas.asked.length = 0;
  await choosesInThread(adas, 'Jump to a date');
  await adas.page.getByLabel('Date', { exact: true }).press('Enter');
  await reply(adas, 'Reply 1 of').waitFor();
  await expect.poll(() => isInView(reply(adas, 'Reply 1 of'), repliesOf(adas))).toBe(true);
  // What had been loaded lies beyond: one request has found the day.
  expect(adas.asked.filter((name) => name === 'RepliesAt')).toHaveLength(1);
});

test('the keys lead to rooms with unread threads alone, and mark these as read with all the rest, loaded or not', async () => {
  const { ada, ben, room: quiet } = await aRoom('keys quiet');
  const rooms = [await ada.creates('keys of one thread'), await ada.creates('keys of two threads')] as const;
  const roots = [
    await ada.says('Lunch?', rooms[0]),
    await ada.says('Tea?', rooms[1]),
    await ada.says('Cake?', rooms[1]),
  ];
  for (const room of rooms) await ben.joins(room);
  // Of rooms that stay closed how many threads are unread is all that is known.
  for (const [index, root] of roots.entries())
    await ben.says('Yes', rooms[index === 0 ? 0 : 1], { threadRootId: root.id });
  const adas = await arrives(ada, quiet);
  await linkTo(adas, `${rooms[0].name}, 1 unread thread`, true).waitFor();
  await linkTo(adas, `${rooms[1].name}, 2 unread threads`, true).waitFor();
  const { keyboard } = adas.page;
  // By the order of the list: what was said last stands first, and one comes round from the end.
  await keyboard.press('Alt+Shift+ArrowUp');
  await adas.page.getByRole('heading', { name: rooms[0].name }).waitFor();
  await keyboard.press('Alt+Shift+ArrowUp');
  await adas.page.getByRole('heading', { name: rooms[1].name }).waitFor();
  await ben.says('Anybody?', quiet);
  await linkTo(adas, `${quiet.name}, 1 unread message`, true).waitFor();
  await keyboard.press('Shift+Escape');
  await adas.page.getByText('Everything is marked as read.').waitFor({ state: 'attached' });
  for (const room of [quiet, ...rooms]) await linkTo(adas, room.name, true).waitFor();
  await expect.poll(() => adas.page.title()).not.toContain('(');
  for (const root of roots)
    await expect
      .poll(() => ada.asks(UNREAD, { id: root.id }))
      .toMatchObject({
        thread: { viewerState: { unreadCount: 0 } },
      });
});

test('from a reply on, a thread is unread again on all devices', async () => {
  const { ada, ben, room } = await aRoom('later');
  const lunch = await ada.says('Lunch?', room);
  for (const body of ['Soup', 'Bread', 'Wine']) await ben.says(body, room, { threadRootId: lunch.id });
  const [desk, phone] = [await arrives(ada, room), await arrives(ada, '/chat')];
  await linkBelow(desk, 'Lunch?', '3 replies').click();
  await linkTo(phone, room.name, true).waitFor();
  await reply(desk, 'Bread').hover();
  await desk.page.getByRole('button', { name: /^More actions for .*Bread/ }).click();
  await desk.page.getByRole('menuitem', { name: 'Mark unread from here' }).click();
  for (const device of [desk, phone]) await linkTo(device, `${room.name}, 1 unread thread`, true).waitFor();
  await expect
    .poll(() => ada.asks(UNREAD, { id: lunch.id }))
    .toMatchObject({
      thread: { viewerState: { unreadCount: 2 } },
    });
});

test('who does not follow a thread is told nothing of it, and who follows it again is; the list of threads knows both', async () => {
  const { ada, ben, room } = await aRoom('following');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, '/chat');
  await threadsLink(adas).click();
  const card = adas.page.getByRole('article', { name: `Thread of Ada Lovelace in ${room.name}` });
  await card.getByRole('link', { name: /^Open the thread of Ada Lovelace: Lunch\?\. 1 reply, 1 new/ }).click();
  await reply(adas, 'Soup').waitFor();
  await choosesInThread(adas, 'Unfollow thread');
  await adas.page.getByText('You no longer follow this thread.').first().waitFor({ state: 'attached' });
  await threadsLink(adas).click();
  await adas.page.getByText('No threads yet').waitFor();
  await ben.says('Bread', room, { threadRootId: lunch.id });
  await linkTo(adas, room.name).click();
  await linkBelow(adas, 'Lunch?', '2 replies').click();
  await reply(adas, 'Bread').waitFor();
  await linkTo(adas, room.name, true).waitFor();
  await choosesInThread(adas, 'Follow thread');
  await threadsLink(adas).click();
  await card.waitFor();
  await ben.says('Wine', room, { threadRootId: lunch.id });
  await card.getByRole('link', { name: /3 replies, 1 new/ }).waitFor();
  await card.getByRole('button', { name: /^Unfollow/ }).click();
  await adas.page.getByText('No threads yet').waitFor();
});

test('the thread shares its place with members and pins, and its address opens it again', async () => {
  const { ada, ben, room } = await aRoom('one at a time');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, room);
  const { page } = adas;
  await linkBelow(adas, 'Lunch?', '1 reply').click();
  await repliesOf(adas).waitFor();
  await page.getByRole('button', { name: 'Members' }).click();
  await page.getByRole('complementary', { name: 'Members' }).waitFor();
  await repliesOf(adas).waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/chat/${room.id}`);
  await page.goto(`${server.url}/chat/${room.id}/thread/${lunch.id}`);
  await reply(adas, 'Soup').waitFor();
  await adas.sees('Lunch?');
  await page.reload();
  await reply(adas, 'Soup').waitFor();
  expect(await page.getByRole('complementary', { name: 'Members' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Close thread' }).click();
  await page.getByRole('complementary', { name: 'Members' }).waitFor();
});

test('on a phone a thread is a page of its own, with a way back to the room', async () => {
  const { ada, ben, room } = await aRoom('phone');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, room, { width: 390, height: 844, touch: true });
  const { page } = adas;
  await linkBelow(adas, 'Lunch?', '1 reply').click();
  await reply(adas, 'Soup').waitFor();
  expect(await adas.composer.count()).toBe(0);
  await page.getByRole('heading', { name: 'Thread', level: 1 }).waitFor();
  await boxOf(adas).fill('Bread');
  await page.getByRole('button', { name: 'Send' }).click();
  await reply(adas, 'Bread').waitFor();
  await page.getByRole('button', { name: `Back to ${room.name}` }).click();
  await linkBelow(adas, 'Lunch?', '2 replies').waitFor();
  // Back from the room leads to the rooms, and not into the thread again.
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await linkTo(adas, room.name).waitFor();
  await threadsLink(adas).click();
  await page.getByRole('link', { name: /^Open the thread of Ada Lovelace: Lunch/ }).click();
  await reply(adas, 'Bread').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Threads', level: 1 }).waitFor();
});

test('by keyboard alone Ada opens a thread, goes through it, replies, and comes back to where it hangs', async () => {
  const { ada, ben, room } = await aRoom('keys');
  const lunch = await ben.says('Lunch?', room);
  await ada.says('Soup', room, { threadRootId: lunch.id });
  await ben.says('Bread', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, room);
  const { keyboard } = adas.page;
  await adas.messages('Lunch?').focus();
  await keyboard.press('t');
  await expect.poll(() => focusedId(adas)).toBe('thread-message-box');
  await reply(adas, 'Bread').waitFor();
  // The messages are one stop for Tab, and the newest one comes first.
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await expect.poll(() => focusedText(adas)).toContain('Bread');
  await keyboard.press('ArrowUp');
  await expect.poll(() => focusedText(adas)).toContain('Soup');
  await keyboard.press('ArrowUp');
  await expect.poll(() => focusedText(adas)).toContain('Lunch?');
  await keyboard.press('ArrowDown');
  await keyboard.press('r');
  await expect.poll(() => focusedId(adas)).toBe('thread-message-box');
  await keyboard.type('With cream');
  await keyboard.press('Enter');
  await reply(adas, 'With cream')
    .getByRole('button', { name: /^In reply to Ada Lovelace: Soup/ })
    .waitFor();
  await keyboard.press('Escape');
  await repliesOf(adas).waitFor({ state: 'detached' });
  await expect.poll(() => focusedId(adas)).toBe(`thread-of-${lunch.id}`);
});

test('a link to a reply opens the thread at it, far from its end, and leads on both ways', async () => {
  const { ada, ben, room } = await aRoom('permalink');
  const lunch = await ada.says('Lunch?', room);
  for (let number = 1; number <= 130; number += 1)
    await ben.says(`Dish ${String(number)} of many`, room, { threadRootId: lunch.id });
  const adas = await arrives(ada, `/chat/${room.id}/thread/${lunch.id}/20`);
  await reply(adas, 'Dish 20 of').waitFor();
  await expect.poll(() => isInView(reply(adas, 'Dish 20 of'), repliesOf(adas))).toBe(true);
  await expect.poll(() => new URL(adas.page.url()).pathname).toBe(`/chat/${room.id}/thread/${lunch.id}`);
  await repliesOf(adas).hover();
  while (!(await isInView(reply(adas, 'Lunch?'), repliesOf(adas)))) await adas.page.mouse.wheel(0, -600);
  while (!(await isInView(reply(adas, 'Dish 130 of'), repliesOf(adas)))) await adas.page.mouse.wheel(0, 1500);
  await reply(adas, 'Dish 130 of').hover();
  await adas.page.getByRole('button', { name: /^More actions for .*Dish 130 of/ }).click();
  await adas.page.getByRole('menuitem', { name: 'Copy link' }).click();
  const copied = await adas.page.evaluate(() => navigator.clipboard.readText());
  const asked = 'query ($id: ID!) { thread(id: $id) { messages(last: 1) { nodes { path } } } }';
  expect(await ada.asks(asked, { id: lunch.id })).toEqual({
    thread: { messages: { nodes: [{ path: new URL(copied).pathname }] } },
  });
});

test('a reply that is written offline waits, outlives a reload, and is sent once when the connection is back', async () => {
  const { ada, ben, room } = await aRoom('train');
  const lunch = await ben.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, `/chat/${room.id}/thread/${lunch.id}`);
  await reply(adas, 'Soup').waitFor();
  await adas.context.setOffline(true);
  await adas.page.getByText('Connection lost.').waitFor();
  await boxOf(adas).fill('From the train');
  await boxOf(adas).press('Enter');
  await reply(adas, 'From the train').waitFor();
  // It waits where it was written.
  expect(await adas.messages('From the train').count()).toBe(0);
  expect(await adas.unsent()).toMatchObject([{ body: 'From the train', threadRootId: lunch.id }]);
  await boxOf(adas).fill('Half a th');
  await adas.context.setOffline(false);
  await linkBelow(adas, 'Lunch?', '2 replies').waitFor();
  await expect.poll(() => bodiesIn(ben, lunch)).toEqual(['Soup', 'From the train']);
  await adas.page.reload();
  await reply(adas, 'From the train').waitFor();
  // What is half written stays with its thread.
  expect(await boxOf(adas).inputValue()).toBe('Half a th');
  expect(await adas.composer.inputValue()).toBe('');
});

test('in a thread people are offered by name, and not everybody in the room, who would not hear of it', async () => {
  const { ada, ben, room } = await aRoom('names');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const adas = await arrives(ada, `/chat/${room.id}/thread/${lunch.id}`);
  await reply(adas, 'Soup').waitFor();
  await adas.composer.pressSequentially('@');
  await adas.page.getByRole('option', { name: 'Everyone in this room' }).waitFor();
  await adas.composer.fill('');
  await adas.page.getByRole('option').first().waitFor({ state: 'detached' });
  await boxOf(adas).pressSequentially('@');
  await adas.page.getByRole('option', { name: 'Ben Okri' }).waitFor();
  expect(await adas.page.getByRole('option', { name: 'Everyone in this room' }).count()).toBe(0);
  await boxOf(adas).pressSequentially('ben');
  await boxOf(adas).press('Tab');
  expect(await boxOf(adas).inputValue()).toBe(`@${ben.username} `);
  expect(await adas.composer.inputValue()).toBe('');
});

test('what names Ada in a thread of somebody else has her badge of mentions until she has read it', async () => {
  const { ada, ben, room } = await aRoom('called');
  const lunch = await ben.says('Lunch?', room);
  const adas = await arrives(ada, room);
  await adas.sees('Lunch?');
  await linkTo(adas, room.name, true).waitFor();
  await ben.says('Soup', room, { threadRootId: lunch.id });
  await ben.says(`And you, @${ada.username}?`, room, { threadRootId: lunch.id });
  await linkTo(adas, `${room.name}, 1 mention, 1 unread thread`, true).waitFor();
  await linkBelow(adas, 'Lunch?', '2 replies').click();
  await reply(adas, 'And you').waitFor();
  await linkTo(adas, room.name, true).waitFor();
});

test('a thread outlives the message that it hangs on, and goes with the room that one leaves', async () => {
  const { ada, ben, room } = await aRoom('gone');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  const bens = await arrives(ben, `/chat/${room.id}/thread/${lunch.id}`);
  await reply(bens, 'Soup').waitFor();
  await ada.deletes(lunch);
  await reply(bens, 'This message was deleted.').waitFor();
  await boxOf(bens).fill('Still hungry');
  await boxOf(bens).press('Enter');
  await reply(bens, 'Still hungry').waitFor();
  await linkBelow(bens, 'This message was deleted.', '2 replies').waitFor();
  await ada.removes(ben, room);
  await repliesOf(bens).waitFor({ state: 'detached' });
  await boxOf(bens).waitFor({ state: 'detached' });
});

test('of a thread that is not there for Ada she learns no more than that', async () => {
  const { ada, ben, room } = await aRoom('nothing');
  const elsewhere = await ben.creates('elsewhere of nothing', 'PRIVATE');
  const secret = await ben.says('Psst', elsewhere);
  await ben.says('Secret', elsewhere, { threadRootId: secret.id });
  const adas = await arrives(ada, `/chat/${room.id}/thread/${secret.id}`);
  await adas.page.getByText('Thread not found').waitFor();
  await adas.page.goto(`${server.url}/chat/${room.id}/thread/nonsense`);
  await adas.page.getByText('Thread not found').waitFor();
  expect(await adas.page.getByText('Psst').count()).toBe(0);
  await adas.page.getByRole('button', { name: `Back to ${room.name}` }).click();
  await adas.page.getByText('Thread not found').waitFor({ state: 'detached' });
});

test('the thread and the list of threads have no faults that a screen reader would trip over', async () => {
  const { ada, ben, room } = await aRoom('axe');
  const lunch = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: lunch.id });
  for (const window of [{ width: 1440 }, { width: 390, height: 844, touch: true }, { width: 1440, dark: true }]) {
    const adas = await arrives(ada, '/chat/threads', window);
    await adas.page.getByRole('link', { name: /^Open the thread/ }).waitFor();
    expect(await faultsOf(adas)).toEqual([]);
    await adas.page.goto(`${server.url}/chat/${room.id}/thread/${lunch.id}`);
    await reply(adas, 'Soup').waitFor();
    expect(await faultsOf(adas)).toEqual([]);
  }
});

const UNREAD = 'query ($id: ID!) { thread(id: $id) { viewerState { unreadCount } } }';

let rooms = 0;

/** Ada's room, with Ben in it. */
async function aRoom(name: string): Promise<{ ada: Person; ben: Person; room: RoomAnswer }> {
  rooms += 1;
  const number = String(rooms);
  const ada = await Person.registers(server, `ada-${number}`, 'Ada Lovelace');
  const ben = await Person.registers(server, `ben-${number}`, 'Ben Okri');
  const room = await ada.creates(`${name} ${number}`);
  await ben.joins(room);
  return { ada, ben, room };
}

type Window = NonNullable<Parameters<typeof Visitor.arrives>[2]>;

/** Signs in, and comes into a room, or to whatever path. */
async function arrives(person: Person, room: RoomAnswer | string, window: Window = { width: 1440 }): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, window);
  await visitor.hasSignedIn(person.username, PASSWORD);
  await visitor.page.goto(server.url + (typeof room === 'string' ? room : `/chat/${room.id}`));
  return visitor;
}

function repliesOf({ page }: Visitor): Locator {
  return page.getByRole('region', { name: 'Replies in the thread' });
}

function reply(visitor: Visitor, text: string): Locator {
  return repliesOf(visitor).getByRole('article').filter({ hasText: text });
}

function boxOf({ page }: Visitor): Locator {
  return page.getByRole('textbox', { name: 'Reply in the thread' });
}

/** Below a message of the room: how much hangs on it. */
function linkBelow(visitor: Visitor, text: string, count: string): Locator {
  return visitor.messages(text).getByRole('link', { name: new RegExp(`^${count} in the thread of `) });
}

function focusedId({ page }: Visitor): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

function focusedText({ page }: Visitor): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest('app-message-view')?.textContent ?? '');
}

function linkTo({ page }: Visitor, name: string, exact = false): Locator {
  return page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact });
}

function threadsLink({ page }: Visitor): Locator {
  return page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Threads/ });
}

async function choosesInThread({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Thread options' }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

async function isInView(message: Locator, timeline: Locator): Promise<boolean> {
  if ((await message.count()) === 0) return false;
  const [box, frame] = await Promise.all([message.first().boundingBox(), timeline.boundingBox()]);
  return box !== null && frame !== null && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}

async function bodiesIn(reader: Person, { id }: { id: string }): Promise<string[]> {
  const { thread } = await reader.asks<{ thread: { messages: { nodes: { body: string }[] } } }>(
    'query ($id: ID!) { thread(id: $id) { messages { nodes { body } } } }',
    { id },
  );
  return thread.messages.nodes.map(({ body }) => body);
}
