import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { expectNoSidewaysSwipe } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { anAdministrator } from '../support/people/administration.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const ada = await anAdministrator(server, 'ada.administrates');
const ben = await Person.registers(server, 'ben.forgot', 'Ben Okri');
const browser = await aBrowser();
/** As long as one may be. */
const NAME = 'The Reading Room of the House on the Corner, Open to All of Town';
const CHOSEN = 'remembered this time';

test('an administrator finds somebody, makes a link, and they sign in with a new password in their own browser', async () => {
  const host = await Visitor.arrives(browser, server.url);
  await host.signsIn(ada.username, PASSWORD);
  host.asked.length = 0;
  await host.page.goto(`${server.url}/administration`);
  await host.page.getByText('2 people').waitFor();
  // One request for the page, and one for who is here at all.
  expect(host.asked.filter((name) => name !== 'RefreshSession')).toEqual(['Accounts']);
  await host.page.getByLabel('Find someone').fill('okri');
  await host.page.getByText('1 person').waitFor();
  expect(await faultsOf(host)).toEqual([]);
  await host.page.getByRole('link', { name: 'Ben Okri' }).press('Enter');
  await expect.poll(() => host.focused()).toBe('Ben Okri');
  await host.page.getByRole('button', { name: 'Make a password link' }).click();
  await host.page.getByText('Works once, until').waitFor();
  expect(await faultsOf(host)).toEqual([]);
  await host.page.getByRole('button', { name: 'Copy link' }).click();
  const link = await host.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await host.page.locator('code').textContent());

  const guest = await Visitor.arrives(browser, server.url, { width: 320, height: 640 });
  await guest.page.goto(link);
  await guest.page.getByText('Ben Okri').waitFor();
  expect(await faultsOf(guest)).toEqual([]);
  await guest.page.getByLabel('New password').first().fill('short');
  await guest.page.getByRole('button', { name: 'Save password' }).click();
  await guest.page.getByText('too short').waitFor();
  await guest.page.getByLabel('New password').first().fill(CHOSEN);
  await guest.page.getByRole('button', { name: 'Save password' }).click();
  await guest.page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
  await guest.page.getByRole('link', { name: 'Sign in' }).click();
  await guest.fillsIn(ben.username, CHOSEN);
  await guest.page.waitForURL('**/chat');

  const late = await Visitor.arrives(browser, server.url);
  await late.page.goto(link);
  await late.page.getByRole('heading', { name: 'This link is over' }).waitFor();
  await host.page.getByRole('link', { name: 'Audit log' }).click();
  await host.page.getByText('Ben Okri (@ben.forgot) got a new password by a link').waitFor();

  // Disabled, they are signed out where they sit, and are told why they cannot come back.
  await host.page.getByRole('link', { name: 'People' }).click();
  await host.page.getByRole('link', { name: 'Ben Okri' }).click();
  await host.page.getByRole('button', { name: 'Disable account' }).click();
  await host.page.getByRole('alertdialog').getByRole('button', { name: 'Disable account' }).click();
  await host.page.getByText('Disabled since today').waitFor();
  // The button has gone with what it was for, and whoever works by keyboard keeps their place.
  expect(await host.focused()).toContain('Disabled since today');
  await guest.page.waitForURL('**/login*');
  await guest.fillsIn(ben.username, CHOSEN);
  await guest.page.getByText('This account has been disabled').waitFor();
  await host.page.getByRole('button', { name: 'Enable account' }).click();
  await host.page.getByText('Ben Okri can sign in again.').waitFor();
  await guest.page.getByRole('button', { name: 'Sign in' }).click();
  await guest.page.waitForURL('**/chat');
});

test('a server gets a name and a color, which visitors see before they sign in', async () => {
  const host = await Visitor.arrives(browser, server.url);
  await host.hasSignedIn(ada.username, PASSWORD);
  await host.page.goto(`${server.url}/administration/server`);
  await host.page.getByLabel('Name of the server').fill(NAME);
  await host.page.getByLabel('Color in the light theme', { exact: true }).fill('#ffd400');
  await host.page.getByText('too low, 4.5 is needed').waitFor();
  await host.page.getByRole('button', { name: 'Save' }).click();
  await host.page.getByText('hard to read in the light theme').waitFor();
  await host.page.getByLabel('Color in the light theme', { exact: true }).fill('#6b2d5c');
  await host.page.getByLabel('Color in the dark theme', { exact: true }).fill('#e0a3d0');
  await host.page.getByRole('button', { name: 'Save' }).click();
  await host.page.getByText('Saved.').waitFor();
  await host.page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysSwipe(host.page, 'a long name on a page');
  await expect.poll(() => host.page.title()).toBe(`Name and look · Administration · ${NAME}`);
  for (const scheme of ['light', 'dark'] as const) {
    await host.page.emulateMedia({ colorScheme: scheme });
    expect(await faultsOf(host)).toEqual([]);
  }

  const guest = await Visitor.arrives(browser, server.url, { width: 320, height: 640 });
  await guest.page.goto(`${server.url}/login`);
  await guest.page.getByRole('link', { name: `${NAME}, front page` }).waitFor();
  await expect.poll(() => guest.page.title()).toBe(`Sign in · ${NAME}`);
  await expectNoSidewaysSwipe(guest.page, 'a long name at the door');
  const color = guest.page.getByRole('button', { name: 'Sign in' });
  expect(await color.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(107, 45, 92)');
  for (const scheme of ['light', 'dark'] as const) {
    await guest.page.emulateMedia({ colorScheme: scheme });
    expect(await faultsOf(guest)).toEqual([]);
  }
  // The next page begins with it, before anything was asked.
  await guest.page.route('**/graphql', (route) => route.abort());
  await guest.page.reload({ waitUntil: 'commit' });
  await expect.poll(() => guest.page.evaluate(() => document.documentElement.dataset.accent)).toBe('own');
  await guest.page.unrouteAll({ behavior: 'ignoreErrors' });

  await host.page.getByRole('button', { name: 'Use Tertulia’s colors' }).click();
  await host.page.getByLabel('Name of the server').fill('Tertulia');
  await host.page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => host.page.title()).toBe('Name and look · Administration · Tertulia');
  expect(await host.page.evaluate(() => document.documentElement.dataset.accent)).toBeUndefined();
});
