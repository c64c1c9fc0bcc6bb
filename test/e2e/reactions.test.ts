import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { faultsOf } from '../support/browser/axe.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');
const cleo = await Person.registers(server, 'cleo', 'Cleo Adu');

test('two react to a message, each sees who did, and one click does the same or takes it back', async () => {
  const room = await aRoom('Kitchen');
  await ben.says('There is cake', room);
  const [adas, bens] = [await arrives('ada', room), await arrives('ben', room)];
  const words = await adas.messages('There is cake').locator('.prose > p').elementHandle();
  await adas.messages('There is cake').hover();
  await adas.page.getByRole('button', { name: 'React to Ben Okri’s message “There is cake”' }).click();
  await adas.page
    .getByRole('dialog', { name: /^React to/ })
    .getByRole('button', { name: 'React with 🎉' })
    .click();
  await reaction(adas, '🎉 1: You').waitFor();

  await reaction(bens, /^🎉 1/).waitFor();
  await bens.messages('There is cake').hover();
  await reaction(bens, '🎉 1: Ada Lovelace').click();
  await reaction(bens, '🎉 2: You and Ada Lovelace').waitFor();
  expect(await reaction(bens, /🎉/).getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => reaction(adas, /🎉/).textContent()).toMatch(/🎉\s*2/);

  await reaction(bens, /🎉/).click();
  await expect.poll(() => reaction(bens, /🎉/).textContent()).toMatch(/🎉\s*1/);
  await reaction(adas, '🎉 1: You').click();
  await reaction(bens, /🎉/).waitFor({ state: 'detached' });
  expect(await reaction(adas, /🎉/).count()).toBe(0);
  // What somebody may have selected of it was not drawn anew meanwhile.
  expect(await words.evaluate(({ isConnected }) => isConnected)).toBe(true);
});

test('what Ada reacted with on one device is hers on the other as well, and counts once', async () => {
  const room = await aRoom('Two devices');
  const said = await ben.says('Who is coming?', room);
  const [laptop, phone] = [await arrives('ada', room), await arrives('ada', room, { width: 390, touch: true })];
  await phone.page.getByRole('button', { name: /^More actions for Ben Okri’s message/ }).tap();
  await phone.page.getByRole('menuitem', { name: 'React', exact: true }).tap();
  await phone.page.getByRole('button', { name: 'React with 👍' }).tap();
  await reaction(laptop, '👍 1: You').waitFor();
  await cleo.reacts('👍', said);
  await expect.poll(() => reaction(phone, /👍/).textContent()).toMatch(/👍\s*2/);
  await ada.takesBack('👍', said);
  for (const device of [laptop, phone])
    await expect.poll(() => reaction(device, /👍/).getAttribute('aria-pressed')).toBe('false');
});

test('without a connection a reaction shows at once, and is there once when the connection is back', async () => {
  const room = await aRoom('Tunnel');
  await ben.says('Hello from the train', room);
  const adas = await arrives('ada', room);
  // Its code comes when the page is at rest, or with the first look at it.
  await adas.messages('Hello from the train').hover();
  await adas.page.getByRole('button', { name: /^React to/ }).click();
  await adas.page.getByRole('button', { name: 'React with 👍' }).waitFor();
  await adas.page.keyboard.press('Escape');
  await adas.context.setOffline(true);
  await react(adas, 'Hello from the train', '👍');
  await reaction(adas, '👍 1: You').waitFor();
  // Thought better of, twice: what counts is the last.
  await reaction(adas, '👍 1: You').click();
  await react(adas, 'Hello from the train', '👍');
  const bens = await arrives('ben', room);
  expect(await reaction(bens, /👍/).count()).toBe(0);
  await adas.context.setOffline(false);
  await expect.poll(() => reaction(bens, /👍/).textContent()).toMatch(/👍\s*1/);
  await expect.poll(() => reactionsOf(room)).toEqual([{ emoji: '👍', count: 1 }]);
});

test('what could not be sent is sent after a reload, from whichever page: once, and not at all where it was taken back', async () => {
  const room = await aRoom('Long tunnel');
  await ben.says('Hello from the train', room);
  const adas = await arrives('ada', room);
  const lost = await losesReactions(adas);
  await react(adas, 'Hello from the train', '👍');
  await react(adas, 'Hello from the train', '🎉');
  await reaction(adas, '🎉 1: You').click();
  await reaction(adas, /🎉/).waitFor({ state: 'detached' });
  await adas.page.reload();
  await reaction(adas, '👍 1: You').waitFor();
  expect(await reaction(adas, /🎉/).count()).toBe(0);
  expect(lost.count).toBeGreaterThan(0);
  expect(await reactionsOf(room)).toEqual([]);
  // Nothing of the room is on this page.
  await adas.page.goto(`${server.url}/chat/activity`);
  await adas.page.getByRole('heading', { name: 'Activity' }).waitFor();
  await lost.ends();
  await expect.poll(() => reactionsOf(room)).toEqual([{ emoji: '👍', count: 1 }]);
  await expect.poll(() => unsentReactions(adas)).toEqual([]);
  await adas.page.goto(`${server.url}/chat/${room.id}`);
  await reaction(adas, '👍 1: You').waitFor();
});

test('what is taken back in one tab is not added by another one that had not been able to', async () => {
  const room = await aRoom('Two tabs');
  await ben.says('Hello from the train', room);
  const adas = await arrives('ada', room);
  const lost = await losesReactions(adas);
  await react(adas, 'Hello from the train', '👍');
  const other = await adas.context.newPage();
  await other.goto(`${server.url}/chat/${room.id}`);
  await other.getByRole('button', { name: '👍 1: You' }).click();
  await other.getByRole('button', { name: /^👍/ }).waitFor({ state: 'detached' });
  await reaction(adas, /👍/).waitFor({ state: 'detached' });
  await lost.ends();
  await expect.poll(() => unsentReactions(adas)).toEqual([]);
  await ben.reacts('🎉', await lastSaid(room));
  await reaction(adas, /🎉/).waitFor();
  expect(await reactionsOf(room)).toEqual([{ emoji: '🎉', count: 1 }]);
});

test('whoever signs out is told of a reaction that was not sent, and leaves nothing of it behind', async () => {
  const room = await aRoom('Left behind');
  await ben.says('See you', room);
  const adas = await arrives('ada', room);
  const lost = await losesReactions(adas);
  await react(adas, 'See you', '👍');
  await reaction(adas, '👍 1: You').waitFor();
  await adas.page.goto(`${server.url}/logout`);
  await adas.page.getByText('You still have one reaction that was not sent in this browser.').waitFor();
  await adas.page.getByRole('button', { name: 'Delete and sign out' }).click();
  await adas.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  expect(await unsentReactions(adas)).toEqual([]);
  await lost.ends();
});

test('an answer that got lost makes no second reaction', async () => {
  const room = await aRoom('Lost answers');
  await ben.says('Say yes', room);
  const adas = await arrives('ada', room);
  let lost = 0;
  await adas.page.route('**/graphql', async (route) => {
    const isReaction = (route.request().postData() ?? '').includes('AddReaction');
    if (!isReaction || lost > 0) return route.fallback();
    lost += 1;
    // It arrives, and its answer does not.
    await route.fetch();
    await route.abort();
  });
  await react(adas, 'Say yes', '❤️');
  await reaction(adas, '❤️ 1: You').waitFor();
  await expect.poll(() => adas.asked.filter((name) => name === 'AddReaction').length).toBeGreaterThan(1);
  expect(await reactionsOf(room)).toEqual([{ emoji: '❤️', count: 1 }]);
  const kinds = await ada.asks<{ room: { messages: { nodes: { reactions: { users: { totalCount: number } }[] }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages { nodes { reactions { users { totalCount } } } } } }',
    { id: room.id },
  );
  expect(kinds.room.messages.nodes[0]?.reactions[0]?.users.totalCount).toBe(1);
});

test('by keyboard alone: + reacts, arrows choose, Escape goes back, and the focus is never lost', async () => {
  const room = await aRoom('Keys');
  await ben.says('No mouse here', room);
  const adas = await arrives('ada', room);
  const { page } = adas;
  await page.getByRole('button', { name: 'Room options' }).focus();
  await page.keyboard.press('Tab');
  expect(await focusedLabel(page)).toMatch(/^Ben Okri, /);
  await page.keyboard.press('+');
  await page.getByRole('dialog', { name: /^React to/ }).waitFor();
  await expect.poll(() => focusedLabel(page)).toBe('React with 👍');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focusedLabel(page)).toMatch(/^Ben Okri, /);
  await page.keyboard.press('+');
  await expect.poll(() => focusedLabel(page)).toBe('React with 👍');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await reaction(adas, '❤️ 1: You').waitFor();
  const heard = page.locator('app-root > [aria-live="polite"]');
  await expect.poll(() => heard.textContent()).toContain('You reacted with ❤️.');
  // What one uses is at hand first from now on, also after a reload.
  await page.reload();
  await adas.sees('No mouse here');
  await react(adas, 'No mouse here', '❤️', 0);
  await reaction(adas, '❤️ 1: You').focus();
  await page.keyboard.press('Enter');
  await reaction(adas, /❤️/).waitFor({ state: 'detached' });
  expect(await focusedLabel(page)).toMatch(/^Ben Okri, /);
});

test('any emoji of the panel will do', async () => {
  const room = await aRoom('Panel');
  await ben.says('Tea?', room);
  const adas = await arrives('ada', room);
  await adas.messages('Tea?').hover();
  await adas.page.getByRole('button', { name: /^React to/ }).click();
  await adas.page.getByRole('button', { name: 'More emoji' }).click();
  await adas.page.getByRole('combobox').fill('teapot');
  await adas.page
    .getByRole('option', { name: /teapot/ })
    .first()
    .click();
  await reaction(adas, '🫖 1: You').waitFor();
});

test.each([320, 390, 1440])('axe finds nothing wrong, and nothing sticks out, at %i pixels', async (width) => {
  const room = await aRoom(`Wide ${String(width)}`);
  const said = await ben.says('So many', room);
  for (const emoji of ['👍', '❤️', '🎉', '😂', '😮', '🙏', '🫖', '🥐', '☕']) await ben.reacts(emoji, said);
  const adas = await arrives('ada', room, { width, touch: width < 500 });
  await reaction(adas, /☕/).waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  await adas.page.getByRole('button', { name: /^Add a reaction to/ }).click();
  await adas.page.getByRole('dialog', { name: /^React to/ }).waitFor();
  expect(await faultsOf(adas)).toEqual([]);
  const box = await adas.page.locator('.picker').boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
  await adas.page.keyboard.press('Escape');
  expect(await adas.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

async function aRoom(name: string): Promise<RoomAnswer> {
  const room = await ada.creates(name);
  await ben.joins(room);
  await cleo.joins(room);
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

async function react(visitor: Visitor, text: string, emoji: string, place?: number): Promise<void> {
  await visitor.messages(text).hover();
  await visitor.page.getByRole('button', { name: /^React to/ }).click();
  const dialog = visitor.page.getByRole('dialog', { name: /^React to/ });
  const buttons = dialog.getByRole('button', { name: `React with ${emoji}` });
  await buttons.waitFor();
  if (place !== undefined) expect(await dialog.getByRole('button').nth(place).textContent()).toContain(emoji);
  await buttons.click();
}

function reaction(visitor: Visitor, name: string | RegExp) {
  const buttons = visitor.timeline.getByRole('group', { name: 'Reactions' });
  return buttons.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
}

/** Nothing that adds or takes back a reaction arrives any more, from any tab; all else does. */
async function losesReactions({ context }: Visitor): Promise<{ readonly count: number; ends: () => Promise<void> }> {
  const lost = { count: 0, ends: () => context.unroute('**/graphql') };
  await context.route('**/graphql', async (route) => {
    if (!/(?:Add|Remove)Reaction/.test(route.request().postData() ?? '')) return route.fallback();
    lost.count += 1;
    return route.abort();
  });
  return lost;
}

/** As anybody finds them who sits down at the browser. */
function unsentReactions({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('reaction.')));
}

async function lastSaid({ id }: { id: string }): Promise<{ id: string }> {
  const query = 'query ($id: ID!) { room(id: $id) { messages(last: 1) { nodes { id } } } }';
  const { room } = await ada.asks<{ room: { messages: { nodes: { id: string }[] } } }>(query, { id });
  const [message] = room.messages.nodes;
  if (!message) throw new Error('Nothing was said there.');
  return message;
}

async function reactionsOf({ id }: { id: string }): Promise<unknown> {
  const { room } = await ada.asks<{ room: { messages: { nodes: { reactions: unknown }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages { nodes { reactions { emoji count } } } } }',
    { id },
  );
  return room.messages.nodes[0]?.reactions;
}

function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}
