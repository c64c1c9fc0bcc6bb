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

test('Ada answers a message, Ben sees what she answers, and the quote follows what becomes of it', async () => {
  const room = await aRoom('Kitchen');
  const asked = await ben.says('Who brings **cake**?', room);
  const [adas, bens] = [await arrives('ada', room), await arrives('ben', room)];
  await adas.messages('Who brings cake?').hover();
  await adas.page.getByRole('button', { name: /^Reply to Ben Okri’s message/ }).click();
  await adas.page.getByText('Replying to Ben Okri').waitFor();
  expect(await focusedId(adas.page)).toBe('message-box');
  await adas.says('I do');
  await adas.page.getByText('Replying to Ben Okri').waitFor({ state: 'detached' });
  await quoteIn(bens, 'I do', /^In reply to Ben Okri: Who brings cake\?/).waitFor();
  await ben.edits(asked, 'Who brings tea?');
  for (const visitor of [adas, bens]) await quoteIn(visitor, 'I do', /Who brings tea\?/).waitFor();
  await ben.deletes(asked);
  for (const visitor of [adas, bens]) await quoteIn(visitor, 'I do', /This message was deleted\./).waitFor();
  const { room: read } = await ada.asks<{ room: { messages: { nodes: { replyTo: { number: number } | null }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages { nodes { replyTo { number } } } } }',
    { id: room.id },
  );
  expect(read.messages.nodes.map(({ replyTo }) => replyTo?.number ?? null)).toEqual([null, 1]);
});

test('a quote has the whole name beside a short text, and a text that runs from right to left from its beginning on', async () => {
  const room = await aRoom('Quotes');
  const short = await ben.says('No.', room);
  const hebrew = await ben.says('בוקר טוב! מי מביא עוגה (או שתיים)?', room);
  await ada.says('Why not?', room, { replyToId: short.id });
  await ada.says('I do', room, { replyToId: hebrew.id });
  const bens = await arrives('ben', room);
  const name = quoteIn(bens, 'Why not?', /Ben Okri: No\./).locator('.author');
  expect(await name.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const text = quoteIn(bens, 'I do', /בוקר טוב/).locator('.text');
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

test('by keyboard alone: R replies, Escape thinks better of it, and the next message answers nothing', async () => {
  const room = await aRoom('Keys');
  await ben.says('No mouse here', room);
  const adas = await arrives('ada', room);
  const { page } = adas;
  await page.getByRole('button', { name: 'Room options' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('r');
  await page.getByText('Replying to Ben Okri').waitFor();
  await expect.poll(() => focusedId(page)).toBe('message-box');
  expect(await adas.composer.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.getByText('Replying to Ben Okri').waitFor({ state: 'detached' });
  expect(await focusedId(page)).toBe('message-box');
  await adas.says('Not an answer');
  await adas.sees('Not an answer');
  expect(await quoteIn(adas, 'Not an answer', /In reply/).count()).toBe(0);
});

test('what is being answered is kept with the draft over a reload, and goes out when the connection is back', async () => {
  const room = await aRoom('Tunnel');
  await ben.says('Still there?', room);
  const adas = await arrives('ada', room);
  await reply(adas, 'Still there?');
  await adas.composer.fill('Half an ans');
  await adas.page.reload();
  await adas.page.getByText('Replying to Ben Okri').waitFor();
  expect(await adas.composer.inputValue()).toBe('Half an ans');
  await adas.context.setOffline(true);
  await adas.says('Whole answer');
  await quoteIn(adas, 'Whole answer', /Still there\?/).waitFor();
  await adas.context.setOffline(false);
  const bens = await arrives('ben', room);
  await quoteIn(bens, 'Whole answer', /Still there\?/).waitFor();
  expect(await bens.messages('Whole answer').count()).toBe(1);
});

test('a quote leads to what it quotes, however long ago that was, and a link does the same for everybody', async () => {
  const room = await aRoom('Long ago');
  const first = await ben.says('The very first', room);
  for (let line = 1; line <= 120; line += 1) await ben.says(`Line ${String(line)}`, room);
  await ada.asks('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }', {
    input: { roomId: room.id, body: 'As you said', replyToId: first.id },
  });
  const adas = await arrives('ada', room);
  await adas.sees('As you said');
  await quoteIn(adas, 'As you said', /The very first/).click();
  await adas.timeline
    .getByRole('article', { name: /^Ben Okri/ })
    .filter({ hasText: 'The very first' })
    .waitFor();
  await expect
    .poll(() => adas.page.evaluate(() => document.activeElement?.textContent.trim()))
    .toContain('The very first');

  await adas.page.keyboard.press('Enter');
  await adas.page.getByRole('button', { name: /^More actions for Ben Okri’s message “The very first”/ }).click();
  await adas.page.getByRole('menuitem', { name: 'Copy link' }).click();
  const link = await adas.page.evaluate(() => navigator.clipboard.readText());
  const { message } = await ben.asks<{ message: { path: string } }>('query ($id: ID!) { message(id: $id) { path } }', {
    id: first.id,
  });
  expect(link).toBe(server.url + message.path);
  const bens = await arrives('ben', room);
  await bens.page.goto(link);
  await bens.sees('The very first');
});

test.each([320, 390, 1440])('axe finds nothing wrong, and nothing sticks out, at %i pixels', async (width) => {
  const room = await aRoom(`Wide ${String(width)}`);
  const long = await ben.says(`A question that goes on ${'and on '.repeat(60)}`, room);
  await ada.asks('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }', {
    input: { roomId: room.id, body: 'Short answer', replyToId: long.id },
  });
  const adas = await arrives('ada', room, { width, touch: width < 500 });
  await adas.page.getByRole('button', { name: /^More actions for Ben Okri’s message/ }).click();
  await adas.page.getByRole('menuitem', { name: 'Reply', exact: true }).click();
  await adas.page.getByText('Replying to Ben Okri').waitFor();
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

async function reply(visitor: Visitor, text: string): Promise<void> {
  await visitor.messages(text).hover();
  await visitor.page.getByRole('button', { name: /^Reply to/ }).click();
  await visitor.page.getByText('Replying to').waitFor();
}

function quoteIn(visitor: Visitor, text: string, name: RegExp) {
  return visitor.messages(text).getByRole('button', { name });
}

function focusedId(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
