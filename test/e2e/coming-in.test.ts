import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('Ada registers without a password, is shown one once, and signs in with it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.page.goto(`${server.url}/register`);
  await ada.page.getByLabel('Username').fill('ada.lovelace');
  await ada.page.getByRole('radio', { name: /Generate a strong password/ }).check();
  await ada.page.getByRole('button', { name: 'Create an account' }).click();
  await ada.page.getByRole('button', { name: 'Copy password' }).click();
  const password = await ada.page.evaluate(() => navigator.clipboard.readText());
  expect(password.length).toBeGreaterThanOrEqual(16);
  await ada.page.getByLabel('I’ve saved it in a safe place').check();
  await ada.page.getByRole('button', { name: 'Continue to rooms' }).click();
  await ada.page.waitForURL('**/chat');

  await ada.page.goto(`${server.url}/logout`);
  await ada.page.getByRole('link', { name: 'Sign in again' }).click();
  expect(await ada.page.getByText(password).count()).toBe(0);
  await ada.page.getByLabel('Username').fill('ada.lovelace');
  await ada.page.getByLabel('Password', { exact: true }).fill(password);
  await ada.page.getByRole('button', { name: 'Sign in' }).click();
  await ada.page.waitForURL('**/chat');
});

test('a wrong password is refused in words, and nothing is signed in', async () => {
  await Person.registers(server, 'otto.wrong');
  const otto = await Visitor.arrives(browser, server.url);
  await otto.page.goto(`${server.url}/login`);
  await otto.page.getByLabel('Username').fill('otto.wrong');
  await otto.page.getByLabel('Password', { exact: true }).fill('a wrong password');
  await otto.page.getByRole('button', { name: 'Sign in' }).click();
  await otto.page.getByText('Wrong username or password.').waitFor();
  await otto.page.goto(`${server.url}/chat`);
  await otto.page.waitForURL('**/login?*');
});

test('a visitor who was sent to sign in comes back to where they wanted to go', async () => {
  const ada = await Person.registers(server, 'ada.host');
  const room = await ada.creates('Where Ben was going');
  const ben = await Visitor.arrives(browser, server.url);
  await ben.page.goto(`${server.url}/chat/${room.id}`);
  await ben.page.waitForURL('**/login?*');
  await ben.page.getByRole('link', { name: 'Create an account' }).click();
  await ben.page.getByRole('heading', { name: 'Create an account' }).waitFor();
  await ben.page.getByLabel('Username').fill('ben.on.his.way');
  await ben.choosesOwnPassword();
  await ben.page.getByLabel('Password', { exact: true }).fill('a long password');
  await ben.page.getByRole('button', { name: 'Create an account' }).click();
  await ben.page.waitForURL(`**/chat/${room.id}`);
  await ben.page.getByRole('button', { name: 'Join room' }).click();
  await ben.composer.waitFor();
});

test('a sign-in survives a reload, and ends in every tab at once', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.tabs', 'a long password');
  await ada.page.reload();
  await ada.page.getByText('Account menu').waitFor({ state: 'attached' });
  const tab = await ada.context.newPage();
  await tab.goto(`${server.url}/chat`);
  await tab.getByText('Account menu').waitFor({ state: 'attached' });
  await ada.page.goto(`${server.url}/logout`);
  await tab.waitForURL((url) => !url.pathname.startsWith('/chat'));
});

test('nothing that was open stays open over the door, when a session ends in another tab', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.interrupted', 'a long password');
  await ada.page.getByRole('button', { name: 'New room' }).first().click();
  await ada.page.getByRole('dialog').waitFor();
  const tab = await ada.context.newPage();
  await tab.goto(`${server.url}/logout`);
  await ada.page.waitForURL('**/login?*');
  await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a tab on which Ada has signed out does not sign out Ben, who comes in at another one', async () => {
  const password = 'plum garden otter';
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.leaves', password);
  await Person.registers(server, 'ben.comes');
  const tab = await ada.context.newPage();
  await tab.goto(`${server.url}/logout`);
  await tab.getByText('You’re signed out').waitFor();
  await ada.page.waitForURL('**/login?*');
  await ada.fillsIn('ben.comes', PASSWORD);
  await ada.page.waitForURL('**/chat');
  // The other tab starts anew, and is Ben's as well.
  await tab.waitForURL((url) => url.pathname !== '/logout');
  await tab.goto(`${server.url}/chat`);
  await tab.getByRole('button', { name: /ben\.comes/ }).waitFor();
  expect(new URL(ada.page.url()).pathname).toBe('/chat');
});

test('a taken nickname is refused beside its field', async () => {
  await Person.registers(server, 'cleo.taken');
  const otto = await Visitor.arrives(browser, server.url);
  await otto.page.goto(server.url);
  await otto.page.getByLabel('Your nickname').fill('Cleo.Taken');
  await otto.page.getByRole('button', { name: 'Join as a guest' }).click();
  await otto.page.getByText('Someone here already has this name.').waitFor();
  expect(await otto.page.getByLabel('Your nickname').getAttribute('aria-invalid')).toBe('true');
});

test('a proxy that refuses to pass on a request signs nobody out', async () => {
  await Person.registers(server, 'ada.proxy');
  const ada = await Visitor.arrives(browser, server.url);
  await ada.signsIn('ada.proxy', PASSWORD);
  let refusals = 0;
  await ada.page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('RefreshSession') || (refusals += 1) > 1) await route.fallback();
    else await route.fulfill({ status: 429, contentType: 'text/html', body: 'Slow down.' });
  });
  await ada.page.reload();
  await ada.page.getByText('Account menu').waitFor({ state: 'attached' });
  expect(refusals).toBe(2);
});

test('who is refused at the door keeps their place in the form', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.page.goto(`${server.url}/login`);
  const limit = {
    message: 'Too many attempts. Wait 30 seconds, then try again.',
    extensions: { code: 'RATE_LIMITED' },
  };
  await ada.page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('login')) await route.fallback();
    else await route.fulfill({ json: { errors: [limit] } });
  });
  await ada.page.getByLabel('Username').fill('ada.hurries');
  await ada.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await ada.page.getByRole('button', { name: 'Sign in' }).focus();
  await ada.page.keyboard.press('Enter');
  await ada.page.getByText('Too many attempts.').waitFor();
  expect(await ada.focused()).toBe('Sign in');
});
