import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();

test('a second tab opens from the first one, and asks the server nothing', async () => {
  const { ada, ben, room } = await aRoomOf('Attic');
  await ben.says('Said before', room);
  await ada.sees('Said before');
  await isReady(ada);
  const tab = await Tab.opens(ada, room);
  await tab.sees('Said before');
  await ben.says('Said after', room);
  await tab.sees('Said after');
  // That it was read is told by the tab where it was.
  expect(tab.asked.filter((name) => name !== 'MarkRead')).toEqual([]);
  expect(tab.sockets).toBe(0);
  // What is written there is in both.
  await tab.says('Said there');
  await ada.sees('Said there');
  expect(await tab.messages('Said there').count()).toBe(1);
});

/** Ada at her browser with a room open, and Ben elsewhere. */
async function aRoomOf(name: string): Promise<{ ada: Visitor; ben: Person; room: RoomAnswer }> {
  const [person, ben] = [
    await Person.registers(server, `ada.${name.toLowerCase()}`),
    await Person.registers(server, `ben.${name.toLowerCase()}`),
  ];
  const room = await ben.creates(name);
  await person.joins(room);
  const ada = await Visitor.arrives(browser, server.url);
  await ada.hasSignedIn(person.username, PASSWORD);
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  return { ada, ben, room };
}

/** It has all that another tab begins with. */
async function isReady(visitor: Visitor): Promise<void> {
  await visitor.page.waitForLoadState('networkidle');
}

/** A further tab of somebody's browser. */
class Tab {
  readonly asked: string[] = [];
  sockets = 0;

  private constructor(readonly page: Page) {
    page.on('websocket', () => (this.sockets += 1));
    page.on('request', (request) => {
      if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return;
      this.asked.push((request.postDataJSON() as { operationName: string }).operationName);
    });
  }

  static async opens({ context }: Visitor, room: RoomAnswer): Promise<Tab> {
    const tab = new Tab(await context.newPage());
    await tab.page.goto(`${server.url}/chat/${room.id}`);
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
