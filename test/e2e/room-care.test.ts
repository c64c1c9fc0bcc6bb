import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { archives, bans } from '../support/people/looking-after.js';
import { aServer } from '../support/servers/server.js';
import { faultsOf } from '../support/browser/axe.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

/** Where pictures go; without it the pages are only looked at by the test. */
const FOLDER = process.env.PICTURES;

const server = await aServer();
const browser = await aBrowser();

test('Ada lets only moderators post, makes the room slow, archives it and takes it out again; Ben reads why he may not write', async () => {
  const { room, adas, bens } = await aScene('rules');
  await opensSettings(adas);
  const dialog = adas.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByRole('radio', { name: /Owner and moderators/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await bens.page.getByText('Only the owner and moderators can post in this room.').waitFor();
  expect(await bens.composer.count()).toBe(0);
  await bens.timeline.getByText('Ada let only the owner and moderators post.').waitFor();
  await adas.says('News of the day');
  await bens.sees('News of the day');

  await opensSettings(adas);
  await dialog.getByRole('radio', { name: /^Everyone/ }).check();
  await dialog.getByLabel('Slow mode').selectOption({ label: '1 hour' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await bens.timeline.getByText('Ada let everyone post and set slow mode to 1 hour.').waitFor();
  await bens.says('Thanks');
  await adas.sees('Thanks');
  await bens.page.getByText('Slow mode: you can send one message every hour.').waitFor();
  await bens.page
    .locator('app-composer')
    .getByText(/Next in \d{1,2}:\d{2}$/)
    .waitFor();
  await bens.composer.fill('And one more');
  expect(await bens.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await picture(bens, 'slow');
  // Who comes back is told by the room itself.
  await bens.page.reload();
  await bens.page.getByText('Slow mode: you can send one message every hour.').waitFor();
  await adas.says('One');
  await adas.says('Two');
  await bens.sees('Two');

  await opensSettings(adas);
  await picture(adas, 'settings');
  expect(await faultsOf(adas)).toEqual([]);
  await dialog.getByRole('button', { name: 'Archive room' }).click();
  await adas.page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  await dialog.getByRole('button', { name: 'Take out of the archive' }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  for (const { page } of [adas, bens]) {
    await page.getByText('This room is archived. You can read everything, but nobody can post.').waitFor();
    await page.getByRole('button', { name: /Archived/ }).waitFor();
  }
  await bens.messages('News of the day').hover();
  expect(await bens.page.getByRole('button', { name: /^React to/ }).count()).toBe(0);
  await picture(bens, 'archived');
  await bens.page.goto(`${server.url}/chat`);
  expect(await bens.page.getByRole('link', { name: /Rules/ }).count()).toBe(0);
  await bens.page.getByRole('button', { name: /Archived/ }).click();
  await bens.page.getByRole('link', { name: /Rules.*archived/ }).click();
  await bens.timeline.getByText('Ada archived the room.').waitFor();
  await opensSettings(adas);
  await dialog.getByRole('button', { name: 'Take out of the archive' }).click();
  await bens.composer.waitFor();
  await bens.page.getByRole('link', { name: room.name }).waitFor();
});

test('Ada bans Ben with a reason: he is told that he is out and cannot join; she lifts the ban, and he can', async () => {
  const { room, adas, bens } = await aScene('bans');
  await adas.page.getByRole('button', { name: 'Members', exact: true }).click();
  await adas.page.getByRole('button', { name: 'Actions for Ben' }).click();
  await adas.page.getByRole('menuitem', { name: /Ban from room/ }).click();
  const question = adas.page.getByRole('alertdialog', { name: /Ban Ben/ });
  await question.getByLabel('Reason').fill('Sold watches');
  await picture(adas, 'ban');
  await question.getByRole('button', { name: 'Ban', exact: true }).click();
  await bens.page.locator('#page').getByText('Ada removed you.').waitFor();
  await bens.page.getByRole('button', { name: 'Join room' }).click();
  await bens.page.getByText('You are banned from this room.').waitFor();
  await opensSettings(adas);
  const dialog = adas.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByText(/^Sold watches · Banned by Ada, today/).waitFor();
  await picture(adas, 'bans');
  await dialog.getByRole('button', { name: 'Lift the ban of Ben' }).click();
  await dialog.getByText('Nobody is banned from this room.').waitFor();
  await bens.page.getByRole('button', { name: 'Join room' }).click();
  await bens.composer.waitFor();
  expect(room.name).toBe('Bans');
});

test('Ada deletes the room with its name typed again: it is off the page of whoever stands in it, with what they had half written', async () => {
  const { room, adas, bens } = await aScene('ends');
  await bens.composer.fill('Half a sentence');
  await opensSettings(adas);
  await adas.page.getByRole('button', { name: 'Delete room …' }).click();
  const question = adas.page.getByRole('alertdialog', { name: /Delete “Ends” for good/ });
  await question.getByLabel('Type the name of the room').fill('ends');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await question.getByText('This is not the name of the room.').waitFor();
  await picture(adas, 'delete');
  await question.getByLabel('Type the name of the room').fill('Ends');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await bens.page.getByRole('heading', { name: '“Ends” was deleted.' }).waitFor();
  await bens.page.locator('#page').getByText('Ada deleted the room, with everything in it.').waitFor();
  await adas.page.locator('#page').getByText('You deleted the room, with everything in it.').waitFor();
  await picture(bens, 'deleted');
  for (const { page } of [adas, bens]) {
    expect(await page.getByRole('link', { name: /Ends/ }).count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
  const drafts = await bens.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')));
  expect(drafts.filter((key) => key.includes(room.id))).toEqual([]);
});

test('many who come one after another are one line', async () => {
  const ada = await Person.registers(server, 'ada.many', 'Ada');
  const room = await ada.creates('Many');
  for (const name of ['Ben', 'Cleo', 'Dora', 'Emil', 'Fay'])
    await (await Person.registers(server, `${name.toLowerCase()}.many`, name)).joins(room);
  const adas = await at('ada.many', room);
  await adas.timeline.getByText('Ben, Cleo and 3 others joined.').waitFor();
});

test('the settings of a room fit into a small and low window, and all of them are within reach', async () => {
  const { room, ada, ben } = await people('small');
  await bans(ada, ben, room, 'A reason that is long enough to go over more than one line of a small window');
  const visitor = await Visitor.arrives(browser, server.url, { width: 320, height: 480 });
  await visitor.hasSignedIn('ada.small', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await opensSettings(visitor);
  const dialog = visitor.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByText(/Banned by Ada/).waitFor();
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await expectWithinReach(visitor.page, 'the settings of a room', 'mat-dialog-container');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await archives(ada, room);
  await visitor.page.getByText('This room is archived. You can read everything, but nobody can post.').waitFor();
  expect(await faultsOf(visitor)).toEqual([]);
});

async function people(name: string): Promise<{ room: RoomAnswer; ada: Person; ben: Person }> {
  const [ada, ben] = [
    await Person.registers(server, `ada.${name}`, 'Ada'),
    await Person.registers(server, `ben.${name}`, 'Ben'),
  ];
  const room = await ada.creates(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
  await ada.adds(ben, room);
  return { room, ada, ben };
}

async function aScene(name: string): Promise<{ room: RoomAnswer; adas: Visitor; bens: Visitor }> {
  const { room } = await people(name);
  return { room, adas: await at(`ada.${name}`, room), bens: await at(`ben.${name}`, room) };
}

async function at(username: string, { id }: RoomAnswer): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, { width: 1440 });
  await visitor.hasSignedIn(username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${id}`);
  await visitor.timeline.waitFor();
  return visitor;
}

async function opensSettings({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Room options' }).click();
  await page.getByRole('menuitem', { name: 'Room settings' }).click();
  await page.getByRole('dialog', { name: 'Room settings' }).waitFor();
}

/** At each width, light and dark. */
async function picture({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const width of [320, 390, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(FOLDER, `${name}-${String(width)}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
