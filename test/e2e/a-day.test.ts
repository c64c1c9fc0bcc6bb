import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aName } from '../support/people/accounts.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('a day of Ada and Ben: she calls him, he answers, they find again what was said', async () => {
  const { ada, ben, kitchen } = await theTwo();
  const adas = await arrives(ada, kitchen);
  const [desk, phone] = await devicesOf(ben);

  // Ada calls Ben, and both of his devices say so, until he has read it on one.
  await adas.says(`Lunch at one, @${ben.username}?`);
  for (const device of [desk, phone]) {
    await linkTo(device, `${kitchen.name}, 1 unread message, 1 mention`).waitFor();
    await expect.poll(() => device.page.title()).toBe('(1) Tertulia');
  }
  await linkTo(desk, `${kitchen.name}, 1 unread message, 1 mention`).click();
  await desk.sees('Lunch at one');
  for (const device of [desk, phone]) await linkTo(device, kitchen.name).waitFor();
  await expect.poll(() => phone.page.title()).toBe('Tertulia');

  // He replies in a thread; she sees how much hangs on her message, and that she has not read it.
  await presses(desk, desk.messages('Lunch at one'), /^Reply in thread to .*Lunch at one/);
  await replyBoxOf(desk).fill('I bring soup');
  await replyBoxOf(desk).press('Enter');
  await linkTo(adas, `${kitchen.name}, 1 unread thread`).waitFor();
  await adas.page.getByRole('link', { name: /^Threads.*1 unread/ }).waitFor();
  await linkBelow(adas, 'Lunch at one', '1 reply').click();
  await reply(adas, 'I bring soup').waitFor();
  await linkTo(adas, kitchen.name).waitFor();

  // She is glad of it, which he sees.
  await chooses(adas, /^More actions for .*I bring soup/, 'React');
  await adas.page.getByRole('button', { name: 'React with 🎉' }).click();
  await reactionIn(desk, 'I bring soup', '🎉 1: Ada Lovelace').click();
  await reactionIn(adas, 'I bring soup', '🎉 2: You and Ben Okri').waitFor();
  for (const visitor of [adas, desk]) await visitor.page.getByRole('button', { name: 'Close thread' }).click();

  // He is about to answer her as much else is said; she goes from his answer to what it answers.
  await presses(desk, desk.messages('Lunch at one'), /^Reply to .*Lunch at one/);
  await desk.page.getByText('Replying to Ada Lovelace').waitFor();
  for (let line = 1; line <= 60; line += 1) await ada.says(`Line ${String(line)} of a recipe`, kitchen);
  await desk.sees('Line 60 of');
  await desk.says('Make it two');
  await adas.sees('Make it two');
  await expect.poll(() => isInView(adas, 'Lunch at one,')).toBe(false);
  await adas
    .messages('Make it two')
    .getByRole('button', { name: /^In reply to Ada Lovelace: Lunch at one/ })
    .click();
  await expect.poll(() => isInView(adas, 'Lunch at one,')).toBe(true);
  await expect.poll(() => adas.focused()).toContain('Lunch at one');

  // She pins it, and he finds it among what is pinned.
  await chooses(adas, /^More actions for your message “Lunch at one/, 'Pin');
  await chooses(desk, 'Room options', 'Pinned messages');
  const pinned = desk.page.getByRole('complementary', { name: 'Pinned messages' });
  expect(await isInView(desk, 'Lunch at one,')).toBe(false);
  await pinned.getByRole('link', { name: /^Go to message: .*Lunch at one/ }).click();
  await expect.poll(() => isInView(desk, 'Lunch at one,')).toBe(true);
  await desk.messages('Lunch at one,').getByText('Pinned', { exact: true }).waitFor();

  // She copies a link to it, and he opens it on his phone.
  await chooses(adas, /^More actions for your message “Lunch at one/, 'Copy link');
  await phone.page.goto(await adas.page.evaluate(() => navigator.clipboard.readText()));
  await expect.poll(() => isInView(phone, 'Lunch at one,')).toBe(true);
  expect(await isInView(phone, 'Make it two')).toBe(false);

  // In the evening his phone lists that she called him.
  await phone.page.getByRole('link', { name: 'Back to rooms' }).tap();
  await phone.page.getByRole('link', { name: /^Activity/ }).tap();
  const entries = phone.page.locator('app-activity-page').getByRole('article');
  await entries.getByText('Lunch at one').waitFor();
  expect(await entries.locator('.heading').allInnerTexts()).toEqual([
    expect.stringMatching(new RegExp(`^Ada Lovelace mentioned you .* · ${kitchen.name}`)),
  ]);
});

test('Ben’s phone, which was without a connection for a while, says what his desk says when it is back', async () => {
  const { ada, ben, kitchen } = await theTwo();
  const garden = await ada.creates(`Garden of ${ada.username}`);
  await ben.joins(garden);
  const soup = await ben.says('Who wants soup?', kitchen);
  const adas = await arrives(ada, garden);
  const [desk, phone] = await devicesOf(ben);
  await adas.says(`The roses are out, @${ben.username}!`);
  for (const device of [desk, phone]) await linkTo(device, `${garden.name}, 1 unread message, 1 mention`).waitFor();
  await phone.context.setOffline(true);
  await phone.page.getByText('Connection lost.').waitFor();

  // Meanwhile Ben reads the one room at his desk, and the other room and its thread go on.
  await linkTo(desk, `${garden.name}, 1 unread message, 1 mention`).click();
  await desk.sees('The roses are out');
  await linkTo(desk, garden.name).waitFor();
  await linkTo(adas, `${kitchen.name}, 1 unread message`).click();
  await presses(adas, adas.messages('Who wants soup?'), /^Reply in thread to .*Who wants soup/);
  await replyBoxOf(adas).fill('I do');
  await replyBoxOf(adas).press('Enter');
  await linkTo(desk, `${kitchen.name}, 1 unread thread`).waitFor();
  await adas.says('Wine, anybody?');
  await adas.says(`And bread, @${ben.username}?`);
  const now = `${kitchen.name}, 2 unread messages, 1 mention, 1 unread thread`;
  await linkTo(desk, now).waitFor();
  await linkTo(phone, `${garden.name}, 1 unread message, 1 mention`).waitFor();

  await phone.context.setOffline(false);
  await linkTo(phone, now).waitFor();
  await linkTo(phone, garden.name).waitFor();
  const titleOf = async (device: Visitor): Promise<string> => (await device.page.title()).replace(/ .*/, '');
  await expect.poll(() => titleOf(phone)).toBe(await titleOf(desk));

  // Read on the phone, it is read at the desk as well, the thread and the room each by itself.
  await linkTo(phone, now).tap();
  await phone.sees('And bread');
  await linkTo(desk, `${kitchen.name}, 1 unread thread`).waitFor();
  await linkBelow(phone, soup.body, '1 reply').tap();
  await reply(phone, 'I do').waitFor();
  await linkTo(desk, kitchen.name).waitFor();
});

/** Ada’s kitchen, with Ben in it. */
async function theTwo(): Promise<{ ada: Person; ben: Person; kitchen: RoomAnswer }> {
  const ada = await Person.registers(server, aName(), 'Ada Lovelace');
  const ben = await Person.registers(server, aName(), 'Ben Okri');
  const kitchen = await ada.creates(`Kitchen of ${ada.username}`);
  await ben.joins(kitchen);
  return { ada, ben, kitchen };
}

/** A desk and a phone, both at the list of rooms. */
async function devicesOf(person: Person): Promise<[Visitor, Visitor]> {
  return [await arrives(person), await arrives(person, undefined, { width: 390, height: 844, touch: true })];
}

async function arrives(
  person: Person,
  room?: RoomAnswer,
  window: Parameters<typeof Visitor.arrives>[2] = { width: 1440 },
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, window);
  await visitor.signsIn(person.username, PASSWORD);
  if (!room) return visitor;
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return visitor;
}

/** One of the tools of a message, which are there while it is pointed at. */
async function presses({ page }: Visitor, message: Locator, tool: RegExp): Promise<void> {
  await message.hover();
  await page.getByRole('button', { name: tool }).click();
}

async function chooses({ page }: Visitor, menu: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** The link to a room, by its whole name, which says what is unread. */
function linkTo({ page }: Visitor, name: string): Locator {
  return page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true });
}

/** Below a message of the room: how much hangs on it. */
function linkBelow(visitor: Visitor, text: string, count: string): Locator {
  return visitor.messages(text).getByRole('link', { name: new RegExp(`^${count} in the thread of `) });
}

function reply({ page }: Visitor, text: string): Locator {
  return page.getByRole('region', { name: 'Replies in the thread' }).getByRole('article').filter({ hasText: text });
}

function replyBoxOf({ page }: Visitor): Locator {
  return page.getByRole('textbox', { name: 'Reply in the thread' });
}

function reactionIn(visitor: Visitor, text: string, name: string): Locator {
  return reply(visitor, text).getByRole('button', { name, exact: true });
}

/** Whether one stands at a message: all of it is within the timeline. */
async function isInView(visitor: Visitor, text: string): Promise<boolean> {
  const message = visitor.messages(text).locator('.said').filter({ hasText: text });
  if ((await message.count()) === 0) return false;
  const [box, frame] = await Promise.all([message.boundingBox(), visitor.timeline.boundingBox()]);
  return box !== null && frame !== null && box.y >= frame.y && box.y + box.height <= frame.y + frame.height;
}
