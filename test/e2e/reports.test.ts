import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { administers } from '../support/people/account-deletion.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { reports } from '../support/people/reports.js';
import { aServer } from '../support/servers/server.js';
import { faultsOf } from '../support/browser/axe.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

/** Where pictures go; without it the pages are only looked at by the test. */
const FOLDER = process.env.PICTURES;

const server = await aServer();
const browser = await aBrowser();
const root = await Person.registers(server, 'root', 'Root');
await administers(root, server);

test('Ben reports what Cleo wrote; Ada, who looks after the room, and Root, who administers the server, see so at once; Root deals with it, and all see what became of it', async () => {
  const { room, ada, cleo, ben } = await aScene('reported');
  const bens = await at(ben, room);
  const cleos = await at(cleo, room);
  const adas = await at(ada, room);
  const roots = await Visitor.arrives(browser, server.url, { width: 1440, height: 900 });
  await roots.hasSignedIn(root.username, PASSWORD);
  await roots.page.goto(`${server.url}/administration/reports`);
  await roots.page.getByText('No reports are waiting.').waitFor();

  await opensActions(bens, 'Buy my watches');
  await bens.page.getByRole('menuitem', { name: 'Report …' }).click();
  const question = bens.page.getByRole('dialog', { name: /Report Cleo’s message/ });
  await question.getByRole('button', { name: 'Report' }).click();
  await question.getByText('Say what is wrong with it.').waitFor();
  await question.getByLabel('What is wrong with it?').fill('Advertising');
  await picture(bens, 'report');
  expect(await faultsOf(bens)).toEqual([]);
  await question.getByRole('button', { name: 'Report' }).click();
  await question.waitFor({ state: 'detached' });
  // Of one's own message nobody can tell.
  await opensActions(cleos, 'Buy my watches');
  expect(await cleos.page.getByRole('menuitem', { name: 'Report …' }).count()).toBe(0);
  await cleos.page.keyboard.press('Escape');

  const card = roots.page.getByRole('article', { name: /^Cleo’s message “Buy my watches”, reported by Ben/ });
  await card.getByText('Advertising').waitFor();
  await adas.page.getByRole('button', { name: '1 report to look at' }).click();
  const list = adas.page.getByRole('dialog', { name: /Reports in/ });
  await list.getByText('Buy my watches').waitFor();
  await picture(adas, 'room-reports');
  expect(await faultsOf(adas)).toEqual([]);

  await picture(roots, 'reports');
  expect(await faultsOf(roots)).toEqual([]);
  await card.getByRole('button', { name: /^Take action/ }).click();
  const action = roots.page.getByRole('alertdialog', { name: 'Take action' });
  expect(await action.getByRole('checkbox', { name: /Delete the message/ }).isChecked()).toBe(true);
  await action.getByRole('checkbox', { name: /Warn Cleo/ }).check();
  await action.getByRole('button', { name: 'Take action' }).click();
  await action.getByText('Write what they are to read.').waitFor();
  await action.getByLabel('What they read').fill('No advertising here, please.');
  await picture(roots, 'action');
  expect(await faultsOf(roots)).toEqual([]);
  await action.getByRole('button', { name: 'Take action' }).click();
  await card.waitFor({ state: 'detached' });
  await roots.page.getByRole('button', { name: 'Dealt with' }).click();
  await roots.page.getByText('Root deleted the message and warned its author.').waitFor();

  // Whoever looked at the same list, at the room, or was away, sees it without a reload.
  await list.getByText('No reports are waiting.').waitFor();
  await list.getByRole('button', { name: 'Close' }).click();
  expect(await adas.page.getByRole('button', { name: /to look at$/ }).count()).toBe(0);
  // The button is gone that she came from; her place is beside it.
  await expect
    .poll(() => adas.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Room options');
  await bens.timeline.getByText('This message was deleted.').waitFor();
  for (const [who, words] of [
    [bens, 'The message you reported in “Reported” was dealt with.'],
    [cleos, 'You were warned about a message you wrote in “Reported”.'],
  ] as const) {
    await who.page.getByText(words).first().waitFor();
    await who.page.getByRole('button', { name: 'Show', exact: true }).click();
    await who.page.waitForURL('**/chat/activity');
    await who.page.locator('#page').getByText(words).waitFor();
  }
  await cleos.page.locator('#page').getByText('No advertising here, please.').waitFor();
  await picture(cleos, 'warned');
  expect(await faultsOf(cleos)).toEqual([]);
});

test('Ada has old messages of her room deleted, after she was asked; Ben reads so', async () => {
  const { room, ada, ben } = await aScene('kept');
  const bens = await at(ben, room);
  const adas = await at(ada, room);
  await adas.page.getByRole('button', { name: 'Room options' }).click();
  await adas.page.getByRole('menuitem', { name: 'Room settings' }).click();
  const dialog = adas.page.getByRole('dialog', { name: 'Room settings' });
  await dialog.getByLabel('Delete messages after').selectOption({ label: '30 days' });
  await dialog.getByText(/older than 30 days will be deleted for everyone/).waitFor();
  await dialog.getByLabel('Delete messages after').scrollIntoViewIfNeeded();
  await picture(adas, 'retention');
  expect(await faultsOf(adas)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await adas.page.getByRole('alertdialog').getByRole('button', { name: 'Delete old messages' }).click();
  await dialog.waitFor({ state: 'detached' });
  await bens.timeline.getByText('Ada set messages to be deleted after 30 days.').waitFor();
});

test('Cleo deletes her account with all that she wrote: she is out, and Ben sees neither her name nor her words any more', async () => {
  const { room, cleo, ben } = await aScene('leaving');
  const bens = await at(ben, room);
  const cleos = await at(cleo, room);
  await bens.sees('Buy my watches');
  await cleos.page.goto(`${server.url}/account`);
  await cleos.page.getByRole('button', { name: 'Delete your account …' }).click();
  const question = cleos.page.getByRole('alertdialog', { name: /Delete your account for good/ });
  await question.getByRole('checkbox', { name: /Delete everything I wrote/ }).check();
  await question.getByLabel('Your password').fill('not my password');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await question.getByText('This is not your current password.').waitFor();
  await picture(cleos, 'delete-account');
  expect(await faultsOf(cleos)).toEqual([]);
  await question.getByLabel('Your password').fill(PASSWORD);
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await cleos.page.getByText('Your account has been deleted.').first().waitFor();
  await bens.timeline.getByText('This message was deleted.').waitFor();
  await bens.timeline.getByText('Deleted account left.').waitFor();
  expect(await bens.timeline.getByText('Cleo').count()).toBe(0);
  await picture(bens, 'deleted-author');
  await cleos.page.goto(`${server.url}/login`);
  await cleos.fillsIn(cleo.username, PASSWORD);
  await cleos.page.getByText('Wrong username or password.').first().waitFor();
});

test('the list, what to do, and the way out of an account fit into a small and low window', async () => {
  const { ada, ben, message } = await aScene('small');
  await reports(ben, message, 'Advertising, for the third time this week, and in capitals');
  const roots = await Visitor.arrives(browser, server.url, { width: 320, height: 480 });
  await roots.hasSignedIn(root.username, PASSWORD);
  await roots.page.goto(`${server.url}/administration/reports`);
  const act = roots.page.getByRole('button', { name: /^Take action/ }).first();
  await act.waitFor();
  await expectWithinReach(roots.page, 'the list of reports');
  await act.click();
  await roots.page.getByRole('checkbox', { name: /^Warn/ }).check();
  await expectWithinReach(roots.page, 'what to do about a report', 'mat-dialog-container');
  const adas = await Visitor.arrives(browser, server.url, { width: 320, height: 480 });
  await adas.hasSignedIn(ada.username, PASSWORD);
  await adas.page.goto(`${server.url}/account`);
  await adas.page.getByRole('button', { name: 'Delete your account …' }).click();
  await expectWithinReach(adas.page, 'the way out of an account', 'mat-dialog-container');
});

interface Scene {
  readonly room: RoomAnswer;
  readonly ada: Person;
  readonly ben: Person;
  readonly cleo: Person;
  readonly message: { readonly id: string };
}

/** A room of Ada's, in which Cleo said something. */
async function aScene(name: string): Promise<Scene> {
  const [ada, ben, cleo] = await Promise.all([
    Person.registers(server, `ada.${name}`, 'Ada'),
    Person.registers(server, `ben.${name}`, 'Ben'),
    Person.registers(server, `cleo.${name}`, 'Cleo'),
  ]);
  const room = await ada.creates(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
  for (const who of [ben, cleo]) await who.joins(room);
  const message = await cleo.says('Buy my watches', room);
  return { room, ada, ben, cleo, message };
}

async function at(who: Person, { id }: RoomAnswer): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, { width: 1440 });
  await visitor.hasSignedIn(who.username, PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${id}`);
  await visitor.composer.waitFor();
  return visitor;
}

async function opensActions({ timeline, page }: Visitor, words: string): Promise<void> {
  await timeline.getByRole('article').filter({ hasText: words }).hover();
  await page.getByRole('button', { name: new RegExp(`^More actions for .*${words}`) }).click();
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
