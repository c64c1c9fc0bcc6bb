import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { faultsOf } from '../support/browser/axe.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('what Ada makes of the room stands everywhere at once: in the header, the lists, the title and the timeline', async () => {
  const ada = await Person.registers(server, 'ada.edits', 'Ada');
  await Person.registers(server, 'ben.inside', 'Ben');
  await Person.registers(server, 'otto.outside', 'Otto');
  const room = await ada.creates('Kitchen');
  const adas = await at('ada.edits', room.id);
  const bens = await at('ben.inside', room.id);
  await bens.page.getByRole('button', { name: 'Join room' }).click();
  await bens.composer.waitFor();
  const ottos = await at('otto.outside', room.id);
  await ottos.page.getByRole('heading', { name: 'Kitchen', level: 1 }).waitFor();

  await opensEditor(adas);
  const dialog = adas.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByLabel('Name').fill('Scullery');
  await dialog.getByLabel('Topic').fill('Dishes');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await adas.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Room options');
  for (const { page, timeline } of [adas, bens]) {
    await page.getByRole('heading', { name: 'Scullery', level: 1 }).waitFor();
    await page.getByText('Dishes', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Scullery' }).waitFor();
    await timeline.getByText('Ada renamed the room and changed the topic.').waitFor();
    await expect.poll(() => page.title()).toBe('Scullery · Tertulia');
  }
  await ottos.page.getByRole('heading', { name: 'Scullery', level: 1 }).waitFor();
  await ottos.page.getByRole('link', { name: /Scullery/ }).waitFor();
  expect(await ottos.page.getByRole('link', { name: /Kitchen/ }).count()).toBe(0);

  // Who reloads reads the same.
  await bens.page.reload();
  await bens.timeline.getByText('Ada renamed the room and changed the topic.').waitFor();
  expect(await offersEditing(bens)).toBe(false);
});

test('a room that Ada makes private is out of Otto’s sight, and a guest who was in it is told why', async () => {
  const ada = await Person.registers(server, 'ada.closes', 'Ada');
  await Person.registers(server, 'otto.looks', 'Otto');
  const room = await ada.creates('Open house');
  const adas = await at('ada.closes', room.id);
  const ottos = await at('otto.looks', room.id);
  await ottos.page.getByRole('link', { name: /Open house/ }).waitFor();
  const guest = await Visitor.arrives(browser, server.url);
  const name = await guest.entersAsGuest('Gus', 'Open house');
  await guest.page.getByRole('link', { name: /Open house/ }).waitFor();

  await opensEditor(adas);
  const dialog = adas.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByRole('radio', { name: /Private/ }).check();
  await dialog.getByText('Guests who are in this room will be removed from it.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await adas.timeline.getByText('Ada made the room private.').waitFor();
  await adas.timeline.getByText(`Ada removed ${name}.`).waitFor();
  await adas.page.getByText('Private room:').waitFor({ state: 'attached' });

  await ottos.page.getByText('Room not found').waitFor();
  await guest.page.getByText('It is private now, and guests can only be in public rooms.').first().waitFor();
  for (const { page } of [ottos, guest]) expect(await page.getByRole('link', { name: /Open house/ }).count()).toBe(0);

  await opensEditor(adas);
  await dialog.getByRole('radio', { name: /Public/ }).check();
  await dialog.getByText('Everyone who joins will be able to read what was said here before.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  for (const { page } of [ottos, guest]) await page.getByRole('link', { name: /Open house/ }).waitFor();
  await ottos.page.getByRole('button', { name: 'Join room' }).waitFor();
});

test('on a small phone a moderator reads why a name is refused, and is not asked who may see the room', async () => {
  const ada = await Person.registers(server, 'ada.taken', 'Ada');
  const cleo = await Person.registers(server, 'cleo.moderates', 'Cleo');
  await ada.creates('Garden');
  const room = await ada.creates('Orchard');
  await ada.adds(cleo, room);
  await ada.makes(cleo, 'MODERATOR', room);
  const visitor = await at('cleo.moderates', room.id, { width: 320, height: 568, touch: true });
  await opensEditor(visitor);
  const dialog = visitor.page.getByRole('dialog', { name: 'Room settings' });
  expect(await dialog.getByRole('radio', { name: /Public|Private/ }).count()).toBe(0);
  await expectWithinReach(visitor.page, 'editing a room', 'mat-dialog-container');
  expect(await faultsOf(visitor)).toEqual([]);
  // What Ada changes meanwhile comes into the field that Cleo has not touched, and stays.
  await dialog.getByLabel('Name').fill('GARDEN');
  await ada.updates(room, { topic: 'Apples' });
  await expect.poll(() => dialog.getByLabel('Topic').inputValue()).toBe('Apples');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('There is already a public room with this name.').waitFor();
  expect(await visitor.focused()).toBe('room-name');
  await dialog.getByLabel('Name').fill('Apple orchard');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('heading', { name: 'Apple orchard', level: 1 }).waitFor();
  await visitor.timeline.getByText('Cleo renamed the room.').waitFor();
  await visitor.page.getByText('Apples', { exact: true }).waitFor();
});

async function at(username: string, roomId: string, options?: Parameters<typeof Visitor.arrives>[2]): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${roomId}`);
  await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
  return visitor;
}

async function opensEditor({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole('menuitem', { name: 'Room settings' }).click();
  await page.getByRole('dialog', { name: 'Room settings' }).waitFor();
}

async function offersEditing({ page }: Visitor): Promise<boolean> {
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole('menuitem', { name: 'Leave room' }).waitFor();
  return (await page.getByRole('menuitem', { name: 'Room settings' }).count()) > 0;
}
