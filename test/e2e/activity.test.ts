import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aName } from '../support/people/accounts.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { readsThread } from '../support/people/threads.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

test('Ben’s activity says who mentioned him, who replied to him and what goes on in his threads, in one request, and leads there', async () => {
  const { ada, ben, cleo, room } = await theThree();
  const question = await ben.says('Lunch?', room);
  await ada.says(`Come, @${ben.username}`, room);
  await replies(cleo, { roomId: room.id, body: 'Soup for me', replyToId: question.id });
  await replies(ada, { roomId: room.id, body: 'With bread', threadRootId: question.id });
  await ada.says('Nothing to do with Ben', room);
  const bens = await arrives(ben, '/chat');
  await expect.poll(() => bens.asked).toContain('OpenChat');
  bens.asked.length = 0;
  await bens.page.getByRole('link', { name: 'Activity' }).click();
  await expect.poll(() => bens.page.title()).toContain('Activity');
  await expect
    .poll(() => entriesOf(bens).locator('.heading').allInnerTexts())
    .toEqual([
      expect.stringMatching(/^Ada Lovelace wrote in a thread you follow .* · Room /),
      expect.stringMatching(/^Cleo Santos replied to you .* · Room /),
      expect.stringMatching(/^Ada Lovelace mentioned you .* · Room /),
    ]);
  expect(bens.asked.filter((name) => !['RefreshSession', 'Typing'].includes(name))).toEqual(['Activity']);
  expect(await unreadOf(bens)).toBe(3);
  await entry(bens, 'Come, ').locator('.mention.to-me').getByText(`@${ben.username}`, { exact: true }).waitFor();

  // Each leads to its message, that of a thread into the thread.
  await entry(bens, 'With bread')
    .getByRole('link', { name: /^Go to message/ })
    .click();
  await bens.page.getByRole('region', { name: 'Replies in the thread' }).getByText('With bread').waitFor();
  await bens.page.goBack();
  await entry(bens, 'Come, ')
    .getByRole('link', { name: /^Go to message/ })
    .click();
  await bens.sees('Come, ');
  await bens.page.goBack();
  await bens.page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
  // What he reads, on whatever device, is read here as well.
  await readsThread(ben, room, question, 1);
  await expect.poll(async () => (await unreadOf(bens)) < 3).toBe(true);
  await reads(ben, room, 4);
  await expect.poll(() => unreadOf(bens)).toBe(0);
});

test('what comes while Ben looks at it stands on top, what is edited is as it is now, and what is deleted is gone, with the room that he leaves', async () => {
  const { ada, ben, room } = await theThree();
  const bens = await arrives(ben, '/chat/activity', { width: 390, touch: true });
  await bens.page.getByText('Nothing here yet').waitFor();
  const first = await ada.says(`Tea, @${ben.username}?`, room);
  await entry(bens, 'Tea, ').waitFor();
  const second = await ada.says('@room, the kettle is on', room);
  await expect.poll(() => entriesOf(bens).count()).toBe(2);
  expect(await entriesOf(bens).first().innerText()).toContain('mentioned everyone');
  await ada.edits(first, `Coffee, @${ben.username}?`);
  await entry(bens, 'Coffee, ').getByText('edited').waitFor();
  await ada.deletes(second);
  await expect.poll(() => entriesOf(bens).count()).toBe(1);
  // A thread that he writes in is one that he follows: what was said there before is listed as well.
  const root = await ada.says('A thread', room);
  await replies(ada, { roomId: room.id, body: 'Its first reply', threadRootId: root.id });
  await replies(ben, { roomId: room.id, body: 'Ben’s own', threadRootId: root.id });
  await entry(bens, 'Its first reply').waitFor();
  expect(await entriesOf(bens).filter({ hasText: 'Ben’s own' }).count()).toBe(0);
  await ben.leaves(room);
  await bens.page.getByText('Nothing here yet').waitFor();
  // Back again, all that is still there is listed again.
  await ben.joins(room);
  await entry(bens, 'Coffee, ').waitFor();
});

test('the list goes on page after page by the keyboard, and says what went wrong where it cannot be read', async () => {
  const { ada, ben, room } = await theThree();
  for (let number = 1; number <= 30; number += 1) await ada.says(`${String(number)} for @${ben.username}`, room);
  const bens = await arrives(ben, '/chat');
  await bens.page.route('**/graphql', (route) =>
    route.request().postData()?.includes('query Activity') ? route.abort() : route.continue(),
  );
  await bens.page.getByRole('link', { name: 'Activity' }).focus();
  await bens.page.keyboard.press('Enter');
  await bens.page.getByRole('button', { name: 'Try again' }).waitFor();
  await bens.page.unrouteAll({ behavior: 'ignoreErrors' });
  await bens.page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(() => entriesOf(bens).count()).toBe(25);
  expect(await bens.page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await bens.page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect.poll(() => entriesOf(bens).count()).toBe(30);
  expect(await entriesOf(bens).last().innerText()).toContain('1 for ');
  // The button is gone, and the reader is not lost.
  expect(await bens.focused()).toBe('Activity');
  await bens.page.keyboard.press('Tab');
  expect(await bens.focused()).toBe('Go to message');
});

test.each([320, 390, 1440])('axe finds nothing wrong, and nothing sticks out, at %i pixels', async (width) => {
  const { ada, ben, room } = await theThree();
  await ada.says(`@${ben.username} ${'and on '.repeat(60)} ${'w'.repeat(200)}`, room);
  for (const dark of [false, true]) {
    const bens = await arrives(ben, '/chat/activity', { width, touch: width < 500, dark });
    await entry(bens, 'and on').waitFor();
    expect(await faultsOf(bens)).toEqual([]);
    expect(await bens.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

/** Ada’s room, with Ben and Cleo in it. */
async function theThree(): Promise<{ ada: Person; ben: Person; cleo: Person; room: RoomAnswer }> {
  const ada = await Person.registers(server, aName(), 'Ada Lovelace');
  const ben = await Person.registers(server, aName(), 'Ben Okri');
  const cleo = await Person.registers(server, aName(), 'Cleo Santos');
  return { ada, ben, cleo, room: await aRoom(ada, [ben, cleo]) };
}

async function replies(person: Person, input: Record<string, unknown>): Promise<void> {
  await person.asks('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }', {
    input,
  });
}

async function arrives(
  person: Person,
  path: string,
  options: Parameters<typeof Visitor.arrives>[2] = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.signsIn(person.username, PASSWORD);
  if (path !== '/chat') await visitor.page.goto(server.url + path);
  return visitor;
}

function entriesOf({ page }: Visitor): Locator {
  return page.locator('app-activity-page').getByRole('article');
}

function entry(visitor: Visitor, text: string): Locator {
  return entriesOf(visitor).filter({ hasText: text });
}

/** How many say that they are unread. */
function unreadOf({ page }: Visitor): Promise<number> {
  return page
    .locator('app-activity-page')
    .getByRole('article', { name: /, unread$/ })
    .count();
}
