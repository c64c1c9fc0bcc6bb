import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

interface Presence {
  readonly roomPresence: { readonly here: readonly { readonly id: string }[] };
}

const PRESENCE = 'subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { here { id } } }';

const server = await aSpawnedServer();
const browser = await aBrowser();

test('a second tab opens from the first one, and asks the server nothing', async () => {
  const { ada, ben, room } = await aRoomOf('Attic');
  await ben.says('Said before', room);
  await ada.sees('Said before');
  const tab = await Tab.opens(ada, room);
  await tab.sees('Said before');
  await tab.page.getByRole('link', { name: /Attic/ }).waitFor();
  await ben.says('Said after', room);
  await tab.sees('Said after');
  // That it was read is told by the tab where it was.
  expect(tab.asked.filter((name) => name !== 'MarkRead')).toEqual([]);
  expect(tab.sockets).toBe(0);
  // What is written there is sent once, by the first one, and is in both.
  await tab.says('Written there');
  await ada.sees('Written there');
  await tab.page.getByText('Written there').waitFor();
  expect(tab.asked).not.toContain('SendMessage');
  expect(ada.asked.filter((name) => name === 'SendMessage')).toHaveLength(1);
});

test('somebody is in the room that any of their tabs shows, sees who types there, and is gone with that tab', async () => {
  const { ada, ben, person, room } = await aRoomOf('Porch');
  const other = await ben.creates('Garden behind the porch');
  await person.joins(other);
  await ben.says('Said on the porch', room);
  await ada.sees('Said on the porch');
  await using bens = await ben.opensSocket();
  const presence = bens.subscribes<Presence>(PRESENCE, { roomId: other.id });
  const tab = await Tab.opens(ada, other);
  await presence.until(({ roomPresence }) => roomPresence.here.some(({ id }) => id === person.id));
  await ben.asks('mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }', { id: other.id });
  await tab.page.getByText(/is typing/).waitFor();
  expect(tab.sockets).toBe(0);
  await tab.page.close();
  await presence.until(({ roomPresence }) => roomPresence.here.every(({ id }) => id !== person.id));
});

test('when the tab that had the connection is closed, the other one goes on, and nothing is missed or doubled', async () => {
  const { ada, ben, room } = await aRoomOf('Balcony');
  await ben.says('Word 0', room);
  await ada.sees('Word 0');
  const tab = await Tab.opens(ada, room);
  await tab.sees('Word 0');
  const words = Array.from({ length: 30 }, (_each, index) => `Word ${String(index + 1)}.`);
  let closing: Promise<void> | undefined;
  for (const [index, word] of words.entries()) {
    if (index === 10) closing = ada.page.close();
    await ben.says(word, room);
  }
  await closing;
  for (const word of words) await expect.poll(() => tab.messages(word).count()).toBe(1);
  expect(tab.sockets).toBe(1);
});

test('a tab that had the connection and sleeps is replaced, and knows all when it wakes', async () => {
  const { ada, ben, room } = await aRoomOf('Cellar');
  await ben.says('Said before', room);
  await ada.sees('Said before');
  const tab = await Tab.opens(ada, room);
  await tab.sees('Said before');
  // Nothing runs in it any more: it holds its lock and its connection, and says nothing.
  const tools = await ada.context.newCDPSession(ada.page);
  await tools.send('Debugger.enable');
  await tools.send('Debugger.pause');
  await ben.says('Said in the night', room);
  await tab.sees('Said in the night');
  expect(tab.sockets).toBe(1);
  await tools.send('Debugger.disable');
  await ben.says('Said in the morning', room);
  for (const messages of [(text: string) => ada.messages(text), (text: string) => tab.messages(text)]) {
    await messages('Said in the morning').waitFor();
    for (const text of ['Said before', 'Said in the night', 'Said in the morning'])
      expect(await messages(text).count()).toBe(1);
  }
});

test('the page of the account beside the chat has no connection of its own, shows what changes all the same, and goes on when the chat is closed', async () => {
  const { ada, ben, person, room } = await aRoomOf('Office');
  await ben.says('Said before', room);
  await ada.sees('Said before');
  const tab = await Tab.opensAt(ada, '/account');
  const sessions = tab.page.getByRole('listitem').filter({ hasText: /Signed in|This browser/ });
  await sessions.first().waitFor();
  const before = await sessions.count();
  await Person.signsIn(server, person.username);
  await expect.poll(() => sessions.count()).toBe(before + 1);
  expect(tab.sockets).toBe(0);
  await ada.page.close();
  await expect.poll(() => tab.sockets).toBe(1);
});

test('without a network what is written in either tab waits, and goes out once', async () => {
  const { ada, ben, room } = await aRoomOf('Dungeon');
  await ben.says('Said before', room);
  await ada.sees('Said before');
  const tab = await Tab.opens(ada, room);
  await tab.sees('Said before');
  await ada.context.setOffline(true);
  for (const page of [ada.page, tab.page]) await page.getByText('Connection lost.').waitFor();
  await tab.says('Written in the dark');
  await ada.says('Written in the dark too');
  for (const page of [ada.page, tab.page])
    await expect.poll(() => page.getByText('Waiting for the connection.').count()).toBe(2);
  await ada.context.setOffline(false);
  for (const page of [ada.page, tab.page]) {
    await page.getByText('Waiting for the connection.').first().waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText('Connection lost.').count()).toBe(0);
  }
  await ben.says('Said after', room);
  await tab.sees('Said after');
  for (const text of ['Written in the dark too', 'Said after']) expect(await tab.messages(text).count()).toBe(1);
  expect(await tab.messages('Written in the dark').count()).toBe(2);
});

test('who signs out in one tab is signed out in all, and whoever comes next finds nothing of theirs in any', async () => {
  const { ada, ben, room } = await aRoomOf('Entrance');
  await ben.says('Said among friends', room);
  await ada.sees('Said among friends');
  const tab = await Tab.opens(ada, room);
  await tab.sees('Said among friends');
  await tab.page.goto(`${server.url}/logout`);
  await ada.page.waitForURL('**/login?*');
  const cleo = await Person.registers(server, 'cleo.entrance');
  await ada.fillsIn(cleo.username, PASSWORD);
  await ada.page.getByRole('button', { name: 'Join room' }).waitFor();
  await tab.page.goto(`${server.url}/chat/${room.id}`);
  await tab.page.getByRole('button', { name: 'Join room' }).waitFor();
  for (const page of [ada.page, tab.page]) expect(await page.getByText('Said among friends').count()).toBe(0);
});

/** Ada at her browser with a room open, and Ben elsewhere. */
async function aRoomOf(name: string): Promise<{ ada: Visitor; ben: Person; person: Person; room: RoomAnswer }> {
  const [person, ben] = [
    await Person.registers(server, `ada.${name.toLowerCase()}`),
    await Person.registers(server, `ben.${name.toLowerCase()}`),
  ];
  const room = await ben.creates(name);
  await person.joins(room);
  const ada = await Visitor.arrives(browser, server.url);
  await ada.hasSignedIn(person.username, PASSWORD);
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  return { ada, ben, person, room };
}

/** A further tab of somebody's browser. */
class Tab {
  /** The operations that it asked for over HTTP. */
  readonly asked: string[] = [];
  sockets = 0;

  private constructor(readonly page: Page) {
    page.on('websocket', () => (this.sockets += 1));
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return;
      this.asked.push((request.postDataJSON() as { operationName: string }).operationName);
    });
  }

  static opens(visitor: Visitor, room: RoomAnswer): Promise<Tab> {
    return Tab.opensAt(visitor, `/chat/${room.id}`);
  }

  static async opensAt({ context }: Visitor, path: string): Promise<Tab> {
    const tab = new Tab(await context.newPage());
    await tab.page.goto(server.url + path);
    return tab;
  }

  messages(text: string) {
    return this.page
      .getByRole('region', { name: /^Messages (in|with) / })
      .getByRole('article')
      .filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.messages(text).first().waitFor();
  }

  async says(text: string): Promise<void> {
    const composer = this.page.getByRole('textbox', { name: /^Message to/ });
    await composer.fill(text);
    await composer.press('Enter');
  }
}
