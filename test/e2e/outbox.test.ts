import { expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { faultsOf } from '../support/browser/axe.js';
import { hasKept, hasWholeApp } from '../support/browser/snapshot.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();
const FOLDER = process.env.PICTURES;

test('edits, deletions, pins and messages that are made without a network survive a reload, and are done in order, once', async () => {
  const { ada, ben, room, visitor } = await adaInARoom('Attic', { worker: true });
  const edited = await ada.says('To be edited', room);
  await ada.says('To be deleted', room);
  await ben.says('To be pinned', room);
  await visitor.sees('To be pinned');
  await hasKept(visitor, 'To be pinned');
  await hasWholeApp(visitor);
  await visitor.context.setOffline(true);
  await isOffline(visitor);
  await edits(visitor, 'To be edited', 'Edited in the dark');
  await deletes(visitor, 'To be deleted');
  await pins(visitor, 'To be pinned');
  await visitor.says('Written in the dark');
  await says(visitor, [
    'Your edit will be saved when',
    'Will be deleted when',
    'Will be pinned when',
    'Waiting for the connection.',
  ]);
  await picture(visitor, 'outbox-waiting');
  expect(await visitor.unsent()).toHaveLength(4);

  await visitor.page.reload();
  await visitor.sees('Edited in the dark');
  await says(visitor, [
    'Your edit will be saved when',
    'Will be deleted when',
    'Will be pinned when',
    'Waiting for the connection.',
  ]);
  await visitor.context.setOffline(false);
  await expect.poll(() => visitor.unsent()).toEqual([]);
  await expect
    .poll(() => bodiesIn(ben, room))
    .toEqual(['Edited in the dark', '', 'To be pinned', 'Written in the dark']);
  await visitor.page
    .getByText(/when you’re back online/)
    .first()
    .waitFor({ state: 'detached' });
  expect(await visitor.messages('Written in the dark').count()).toBe(1);
  expect(await pinnedIn(ben, room)).toEqual(['To be pinned']);
  expect((await kindsOf(ben, room)).filter((kind) => kind !== 'MessageSent')).toEqual([
    'MessageEdited',
    'MessageDeleted',
    'MessagePinned',
  ]);
  expect(edited.number).toBe(1);
});

test('a message that waits can be edited and discarded before anybody has seen it', async () => {
  const { ben, room, visitor } = await adaInARoom('Balcony');
  await visitor.context.setOffline(true);
  await isOffline(visitor);
  await visitor.says('Teh?');
  await visitor.says('Never mind');
  await visitor.messages('Teh?').getByRole('button', { name: 'Edit' }).click();
  const box = visitor.page.getByRole('textbox', { name: /^Edit/ });
  await box.fill('Tea?');
  await box.press('Enter');
  await visitor.messages('Tea?').getByText('Waiting for the connection.').waitFor();
  await visitor.messages('Never mind').getByRole('button', { name: 'Discard' }).click();
  await visitor.context.setOffline(false);
  await expect.poll(() => bodiesIn(ben, room)).toEqual(['Tea?']);
  expect(await visitor.messages('Never mind').count()).toBe(0);
});

test('what was refused says why, leaves the text to its author, and can be tried again or discarded', async () => {
  const { ada, ben, room, visitor } = await adaInARoom('Cellar', { worker: true });
  const moderator = ben;
  await ada.makes(moderator, 'MODERATOR', room);
  const message = await ada.says('Gone by then', room);
  await visitor.sees('Gone by then');
  await hasWholeApp(visitor);
  await visitor.context.setOffline(true);
  await isOffline(visitor);
  await edits(visitor, 'Gone by then', 'A long thought');
  await moderator.deletes(message);
  await visitor.context.setOffline(false);
  await visitor.page.getByText(/^Your edit wasn’t saved\./).waitFor();
  await picture(visitor, 'outbox-refused');
  await visitor.page.getByRole('button', { name: 'Copy text' }).click();
  expect(await visitor.page.evaluate(() => navigator.clipboard.readText())).toBe('A long thought');
  await visitor.page.getByRole('button', { name: 'Discard' }).click();
  await visitor.page.getByText(/^Your edit wasn’t saved\./).waitFor({ state: 'detached' });
  expect(await visitor.unsent()).toEqual([]);
});

test('all that waits is in a list, which opens from the line that says so, by keyboard and on a phone', async () => {
  const { ada, ben, room, visitor } = await adaInARoom('Dining room', { worker: true, width: 320, height: 640 });
  await ada.says('To be edited', room);
  await ben.says('To be liked', room);
  await visitor.sees('To be liked');
  await hasWholeApp(visitor);
  await visitor.sees('To be liked');
  await visitor.context.setOffline(true);
  await isOffline(visitor);
  await visitor.says('First of all');
  await visitor.says('After that');
  await edits(visitor, 'To be edited', 'Edited in the dark');
  await visitor.page.getByRole('button', { name: 'Waiting to be sent: 3' }).focus();
  await visitor.page.keyboard.press('Enter');
  const list = visitor.page.getByRole('dialog', { name: 'Waiting to be sent' });
  await list.waitFor();
  await picture(visitor, 'outbox-list-320');
  expect(await list.getByRole('listitem').count()).toBe(3);
  expect(await faultsOf(visitor)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await list
    .getByRole('listitem')
    .filter({ hasText: 'After that' })
    .getByRole('button', { name: /^Discard/ })
    .click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  expect(await visitor.focused()).toBe('Waiting to be sent');
  await visitor.page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await visitor.context.setOffline(false);
  await expect.poll(() => bodiesIn(ben, room)).toEqual(['Edited in the dark', 'To be liked', 'First of all']);
});

test('what another device has done meanwhile stands, and both devices show the same in the end', async () => {
  const { ada, ben, room, visitor } = await adaInARoom('Entrance', { worker: true });
  const message = await ada.says('As it was', room);
  const other = await Visitor.arrives(browser, server.url);
  await other.hasSignedIn(ada.username, PASSWORD);
  await other.page.goto(`${server.url}/chat/${room.id}`);
  await other.sees('As it was');
  await visitor.sees('As it was');
  await hasWholeApp(visitor);
  await visitor.context.setOffline(true);
  await isOffline(visitor);
  await edits(visitor, 'As it was', 'By the first device');
  await edits(other, 'As it was', 'By the second device');
  await expect.poll(() => bodiesIn(ben, room)).toEqual(['By the second device']);
  await visitor.context.setOffline(false);
  // The edit that reaches the server last is what it says.
  await expect.poll(() => bodiesIn(ben, room)).toEqual(['By the first device']);
  await other.sees('By the first device');
  await visitor.sees('By the first device');
  expect(await visitor.messages('By the second device').count()).toBe(0);
  expect(message.number).toBe(1);
});

/** Ada in a room with Ben, which is open in her browser. */
async function adaInARoom(name: string, equipment: Parameters<typeof Visitor.arrives>[2] = {}) {
  const suffix = name.toLowerCase().replaceAll(' ', '-');
  const ada = await Person.registers(server, `ada.${suffix}`);
  const ben = await Person.registers(server, `ben.${suffix}`);
  const room = await ada.creates(name);
  await ben.joins(room);
  const visitor = await Visitor.arrives(browser, server.url, { snapshot: true, ...equipment });
  await visitor.hasSignedIn(ada.username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await visitor.isConnected();
  return { ada, ben, room, visitor };
}

async function edits(visitor: Visitor, before: string, after: string): Promise<void> {
  await chooses(visitor, before, 'Edit');
  const box = visitor.page.getByRole('textbox', { name: /^Edit/ });
  await box.fill(after);
  await box.press('Enter');
  await visitor.sees(after);
}

/** A page that has just opened with what was read last may not have heard of anything since. */
async function isOffline({ page }: Visitor): Promise<void> {
  await page.getByText(/Connection lost\.|Offline\. As of/).waitFor();
}

async function deletes(visitor: Visitor, text: string): Promise<void> {
  await chooses(visitor, text, 'Delete');
  await visitor.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
}

async function pins(visitor: Visitor, text: string): Promise<void> {
  await chooses(visitor, text, 'Pin');
}

async function chooses({ page, timeline }: Visitor, text: string, what: string): Promise<void> {
  const message = timeline.locator('app-message-view').filter({ hasText: text });
  await message.hover();
  await message.getByRole('button', { name: /^More actions/ }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
}

async function says({ page }: Visitor, sentences: readonly string[]): Promise<void> {
  for (const sentence of sentences) await page.getByText(sentence).first().waitFor();
}

async function bodiesIn(person: Person, room: RoomAnswer): Promise<string[]> {
  const query = 'query ($id: ID!) { room(id: $id) { messages(last: 20) { nodes { body } } } }';
  const { room: read } = await person.asks<{ room: { messages: { nodes: { body: string }[] } } }>(query, {
    id: room.id,
  });
  return read.messages.nodes.map(({ body }) => body);
}

async function pinnedIn(person: Person, room: RoomAnswer): Promise<string[]> {
  const query = 'query ($id: ID!) { room(id: $id) { pins(first: 5) { nodes { body } } } }';
  const { room: read } = await person.asks<{ room: { pins: { nodes: { body: string }[] } } }>(query, { id: room.id });
  return read.pins.nodes.map(({ body }) => body);
}

/** What has happened to messages of the room since it was made. */
async function kindsOf(person: Person, room: RoomAnswer): Promise<string[]> {
  const query =
    'query ($id: ID!, $after: Cursor!) { events(roomId: $id, after: $after, first: 50) { event { __typename } } }';
  const { events } = await person.asks<{ events: { event: { __typename: string } | null }[] }>(query, {
    id: room.id,
    after: room.eventCursor,
  });
  return events.flatMap(({ event }) => (event?.__typename.startsWith('Message') ? [event.__typename] : []));
}

async function picture({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER) await page.screenshot({ path: `${FOLDER}/${name}.png` });
}
