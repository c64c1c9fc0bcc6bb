import { expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { hasKept, hasWholeApp, keptWords } from '../support/browser/snapshot.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();
const FOLDER = process.env.PICTURES;

test('without a server the chat opens with the rooms, people and messages that were read last, and says as of when', async () => {
  const { ada, ben, visitor } = await adaAtHome('Attic', { worker: true });
  await ben.says('Read before the end', ada.room);
  await visitor.sees('Read before the end');
  await hasKept(visitor, 'Read before the end');
  await hasWholeApp(visitor);
  await server.stop();
  await visitor.page.reload();
  await visitor.sees('Read before the end');
  await visitor.page.getByText(/Offline\. As of/).waitFor();
  await visitor.page.getByRole('link', { name: /Cellar of Attic/ }).waitFor();
  await pictures(visitor, 'offline');
  await visitor.page.getByRole('button', { name: /^Members/ }).click();
  await visitor.page.getByLabel('Members').getByText('ben.attic').first().waitFor();
  await visitor.page.keyboard.press('Escape');
  await visitor.says('Written in the dark');
  await visitor.page.getByText('Waiting for the connection.').waitFor();
  await server.start();
  await visitor.page.getByText('Waiting for the connection.').waitFor({ state: 'detached' });
  await visitor.page.getByText(/Offline\. As of/).waitFor({ state: 'detached' });
  expect(await visitor.messages('Written in the dark').count()).toBe(1);
});

test('on a phone without a network the rooms and the open one are there, and nothing is wider than the screen', async () => {
  const { ada, ben, visitor } = await adaAtHome('Balcony', { worker: true, width: 320, height: 640 });
  await ben.says('Read on the way', ada.room);
  await visitor.sees('Read on the way');
  await hasKept(visitor, 'Read on the way');
  await hasWholeApp(visitor);
  await visitor.context.setOffline(true);
  await visitor.page.reload();
  await visitor.sees('Read on the way');
  await visitor.page.getByText(/Offline\. As of/).waitFor();
  await pictures(visitor, 'offline-320');
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await visitor.page.goto(`${server.url}/chat`);
  await visitor.page.getByRole('link', { name: /Cellar of Balcony/ }).waitFor();
  await pictures(visitor, 'offline-320-rooms');
  await visitor.context.setOffline(false);
  await visitor.page.getByText(/Offline\. As of/).waitFor({ state: 'detached' });
});

test('with a network the page begins with what was read last, and the feed tells it what has happened since', async () => {
  const { ada, ben, visitor } = await adaAtHome('Cloister');
  const deleted = await ben.says('To be deleted', ada.room);
  const edited = await ben.says('To be edited', ada.room);
  await ben.joins(ada.cellar);
  await visitor.sees('To be edited');
  await hasKept(visitor, 'To be edited');
  await visitor.page.goto('about:blank');
  await ben.deletes(deleted);
  await ben.edits(edited, 'Edited since');
  await ben.says('Said since', ada.room);
  await ben.says('Below ground', ada.cellar);
  const before = visitor.asked.length;
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  await visitor.sees('Said since');
  await visitor.sees('Edited since');
  expect(await visitor.messages('To be').count()).toBe(0);
  // Whoever comes in finds where they left off, as ever.
  await visitor.timeline.getByText('New messages').waitFor();
  await visitor.page.getByRole('link', { name: /Cellar of Cloister.*1 unread/ }).waitFor();
  expect(visitor.asked.slice(before).filter((name) => name.startsWith('Open'))).toEqual([]);
});

test('a room that Ada was removed from meanwhile is gone with all that was said there, from the page and from the browser', async () => {
  const { ada, ben, visitor } = await adaAtHome('Dungeon');
  const room = await ben.creates('Secret of the dungeon', 'PRIVATE');
  await ben.adds(ada.person, room);
  await ben.says('Only for some', room);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Only for some');
  await hasKept(visitor, 'Only for some');
  await visitor.page.goto('about:blank');
  await ben.removes(ada.person, room);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.page
    .getByText(/You are no longer in|Room not found/)
    .first()
    .waitFor();
  await expect.poll(() => visitor.page.getByText('Only for some').count()).toBe(0);
  await expect.poll(async () => (await keptWords(visitor))?.includes('Only for some')).toBe(false);
});

test('signing out leaves nothing of it in the browser, and nobody else who signs in there sees any of it', async () => {
  const { ada, ben, visitor } = await adaAtHome('Entrance');
  await ben.says('Between us', ada.room);
  await visitor.sees('Between us');
  await hasKept(visitor, 'Between us');
  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  await expect.poll(() => keptWords(visitor)).toBe(null);
  const cleo = await Person.registers(server, 'cleo.entrance');
  await visitor.page.goto(`${server.url}/login`);
  await visitor.fillsIn(cleo.username, PASSWORD);
  await visitor.page.waitForURL('**/chat');
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  await visitor.page.getByRole('button', { name: 'Join room' }).waitFor();
  expect(await visitor.page.getByText('Between us').count()).toBe(0);
});

test('a session that was ended elsewhere takes it along, whether the page hears of it or finds out when it opens', async () => {
  for (const isOpen of [true, false]) {
    const { ada, ben, visitor } = await adaAtHome(isOpen ? 'Foyer' : 'Foyer two');
    await ben.says('Not for later', ada.room);
    await visitor.sees('Not for later');
    await hasKept(visitor, 'Not for later');
    if (!isOpen) await visitor.page.goto('about:blank');
    await ada.person.asks('mutation { logoutEverywhere { ok } }').catch(() => undefined);
    if (!isOpen) await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
    await visitor.page.getByLabel('Username').waitFor();
    await expect.poll(() => keptWords(visitor)).toBe(null);
  }
});

test('what another account has left in this browser is shown to nobody, and thrown away', async () => {
  const { ada, ben, visitor } = await adaAtHome('Gallery');
  await ben.says('For Ada alone', ada.room);
  await visitor.sees('For Ada alone');
  await hasKept(visitor, 'For Ada alone');
  await visitor.page.goto('about:blank');
  const cleo = await Person.registers(server, 'cleo.gallery');
  await visitor.hasSignedIn(cleo.username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  await visitor.page.getByRole('button', { name: 'Join room' }).waitFor();
  expect(await visitor.page.getByText('For Ada alone').count()).toBe(0);
  await expect.poll(async () => (await keptWords(visitor))?.includes('For Ada alone') ?? false).toBe(false);
});

test.each([
  ['a record that is damaged', damageRecords],
  ['a database of another version', replaceDatabase],
])('%s is thrown away, and the page opens as if there were none', async (_what, damage) => {
  const { ada, ben, visitor } = await adaAtHome(damage === damageRecords ? 'Hall' : 'Hall two');
  await ben.says('Still on the server', ada.room);
  await visitor.sees('Still on the server');
  await hasKept(visitor, 'Still on the server');
  await visitor.page.goto(`${server.url}/playground`);
  await visitor.page.evaluate(damage);
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  await visitor.sees('Still on the server');
  await hasKept(visitor, 'Still on the server');
});

test.each(['throws', 'never answers'])('where IndexedDB %s the chat works as ever', async (how) => {
  const { ada, ben, visitor } = await adaAtHome(how === 'throws' ? 'Igloo' : 'Igloo two');
  await visitor.page.addInitScript((isBroken) => {
    IDBFactory.prototype.open = isBroken
      ? () => {
          throw new DOMException('No storage here.', 'SecurityError');
        }
      : () => new EventTarget() as IDBOpenDBRequest;
  }, how === 'throws');
  await visitor.page.reload();
  await visitor.composer.waitFor();
  await ben.says('Heard all the same', ada.room);
  await visitor.sees('Heard all the same');
});

test('the page of the account says what is kept, and whoever switches it off has nothing kept from then on', async () => {
  const { ada, ben, visitor } = await adaAtHome('Kitchen');
  await ben.says('Not for this computer', ada.room);
  await visitor.sees('Not for this computer');
  await hasKept(visitor, 'Not for this computer');
  await visitor.page.goto(`${server.url}/account`);
  await visitor.page.getByText('They are not encrypted').waitFor();
  const choice = visitor.page.getByLabel('Keep what I have read on this device');
  await choice.scrollIntoViewIfNeeded();
  await pictures(visitor, 'account-switch');
  await choice.uncheck();
  await expect.poll(() => keptWords(visitor)).toBe(null);
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  await visitor.sees('Not for this computer');
  await visitor.page.reload();
  await visitor.sees('Not for this computer');
  expect(await keptWords(visitor)).toBe(null);
});

test('two tabs that write, one after the other, leave what each of them would have left', async () => {
  const { ada, ben, visitor } = await adaAtHome('Junction');
  await ben.joins(ada.cellar);
  await ben.says('Before the second one', ada.room);
  await hasKept(visitor, 'Before the second one');
  const second = await visitor.context.newPage();
  await second.goto(`${server.url}/chat/${ada.cellar.id}`);
  for (const word of ['first', 'second', 'third']) {
    await ben.says(`The ${word} upstairs`, ada.room);
    await ben.says(`The ${word} downstairs`, ada.cellar);
    await hasKept(visitor, `The ${word} upstairs`);
  }
  await second.close();
  await visitor.page.goto('about:blank');
  await visitor.page.goto(`${server.url}/chat/${ada.room.id}`);
  for (const word of ['first', 'second', 'third']) await visitor.sees(`The ${word} upstairs`);
  await visitor.page.goto(`${server.url}/chat/${ada.cellar.id}`);
  for (const word of ['first', 'second', 'third']) {
    await visitor.sees(`The ${word} downstairs`);
    expect(await visitor.messages(`The ${word} downstairs`).count()).toBe(1);
  }
});

/** As a disk or another program may have left it. */
function damageRecords(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('tertulia-snapshot');
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['rooms', 'conversations'], 'readwrite');
      writing.objectStore('rooms').put({ id: 'nowhere', state: 7 });
      writing.objectStore('conversations').put({ id: 'nowhere', timeline: { messages: 'none' } });
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

function replaceDatabase(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase('tertulia-snapshot').onsuccess = () => {
      const opening = indexedDB.open('tertulia-snapshot', 99);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

interface Home {
  readonly ada: { readonly person: Person; readonly room: RoomAnswer; readonly cellar: RoomAnswer };
  readonly ben: Person;
  readonly visitor: Visitor;
}

/** Ada in a room with Ben, open in her browser, and in another one. */
async function adaAtHome(name: string, equipment: Parameters<typeof Visitor.arrives>[2] = {}): Promise<Home> {
  const suffix = name.toLowerCase().replaceAll(' ', '-');
  const person = await Person.registers(server, `ada.${suffix}`);
  const ben = await Person.registers(server, `ben.${suffix}`);
  const room = await person.creates(name);
  const cellar = await person.creates(`Cellar of ${name}`);
  await ben.joins(room);
  const visitor = await Visitor.arrives(browser, server.url, { snapshot: true, ...equipment });
  await visitor.hasSignedIn(person.username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  return { ada: { person, room, cellar }, ben, visitor };
}

async function pictures({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER) await page.screenshot({ path: `${FOLDER}/${name}.png` });
}
