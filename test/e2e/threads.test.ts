import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
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
  await visitor.signsIn(person.username, PASSWORD);
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
