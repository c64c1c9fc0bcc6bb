import { expect, test } from 'vitest';
import { Person } from '../support/people/person.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const PASSWORD = 'a long password';
const ANOTHER = 'another long password';

const server = await aServer();
const browser = await aBrowser();

test('Ada changes her password and goes on chatting, in both tabs; her other browser is out at once', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.moves', PASSWORD);
  const ben = await Person.registers(server, 'ben.stays');
  const room = await ben.creates('Where Ada goes on');
  await ada.page.goto(`${server.url}/chat/${room.id}`);
  await ada.page.getByRole('button', { name: 'Join room' }).click();
  await ada.composer.waitFor();
  const elsewhere = await Visitor.arrives(browser, server.url);
  await elsewhere.hasSignedIn('ada.moves', PASSWORD);
  await elsewhere.page.goto(`${server.url}/chat/${room.id}`);
  await elsewhere.page.route('**/graphql', async (route) => {
    const isSend = route.request().postData()?.includes('sendMessage') ?? false;
    await (isSend ? route.abort() : route.continue());
  });
  await elsewhere.says('Held up');
  await elsewhere.page.getByText('Waiting for the connection.').waitFor();
  await elsewhere.composer.fill('Half a thought');

  const tab = await ada.context.newPage();
  await tab.goto(`${server.url}/account`);
  await tab.getByLabel('Current password', { exact: true }).fill(PASSWORD);
  await tab.getByLabel('New password', { exact: true }).fill(ANOTHER);
  await tab.getByRole('button', { name: 'Change password' }).click();
  await tab.getByRole('status').getByText('Your password has been changed').waitFor();
  expect(await tab.getByLabel('New password', { exact: true }).inputValue()).toBe('');

  await elsewhere.page.waitForURL('**/login?*');
  await elsewhere.page.getByText('You’ve been signed out').waitFor();
  await ada.says('Still here');
  await ada.sees('Still here');
  await ben.says('So I see', room);
  await ada.sees('So I see');
  for (const page of [ada.page, tab]) {
    await page.reload();
    await page.getByText('ada.moves').first().waitFor();
  }

  await elsewhere.page.unroute('**/graphql');
  await elsewhere.fillsIn('ada.moves', ANOTHER);
  await elsewhere.sees('So I see');
  await ada.sees('Held up');
  expect(await ada.messages('Held up').count()).toBe(1);
  expect(await elsewhere.composer.inputValue()).toBe('Half a thought');
});

test('the page goes on with the token that comes with a new password', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.token', PASSWORD);
  await ada.page.goto(`${server.url}/account`);
  await ada.page.getByLabel('Current password', { exact: true }).fill(PASSWORD);
  await ada.page.getByLabel('New password', { exact: true }).fill(ANOTHER);
  server.clock.advance({ minutes: 14 });
  await ada.page.getByRole('button', { name: 'Change password' }).click();
  await ada.page.getByText('Your password has been changed').waitFor();

  // The first token has run out by now.
  server.clock.advance({ minutes: 2 });
  ada.asked.length = 0;
  await ada.page.getByText('I have a setup code').click();
  await ada.page.getByLabel('Setup code').fill('guessed-it');
  await ada.page.getByRole('button', { name: 'Become administrator' }).click();
  await ada.page.getByText('This setup code is wrong').waitFor();
  expect(ada.asked).toEqual(['BecomeAdministrator']);
});

test('a refused change of the password says why beside its field, and changes nothing', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.wrong', PASSWORD);
  await ada.page.goto(`${server.url}/account`);
  const current = ada.page.getByLabel('Current password', { exact: true });
  const wanted = ada.page.getByLabel('New password', { exact: true });
  const change = ada.page.getByRole('button', { name: 'Change password' });

  await current.fill('not my password');
  await wanted.fill(ANOTHER);
  await change.click();
  await ada.page.getByText('This is not your current password.').waitFor();
  await expect.poll(() => ada.focused()).toBe('current-password');

  await current.fill(PASSWORD);
  await wanted.fill('short');
  await change.click();
  await ada.page.getByText('This is not your current password.').waitFor({ state: 'detached' });
  await expect.poll(() => ada.focused()).toBe('new-password');
  expect(await wanted.getAttribute('aria-invalid')).toBe('true');
});

test('Ada ends one session from the list, and it alone', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.list', PASSWORD);
  const lost = await Visitor.arrives(browser, server.url);
  await lost.signsIn('ada.list', PASSWORD);
  const kept = await Visitor.arrives(browser, server.url);
  await kept.signsIn('ada.list', PASSWORD);

  await ada.page.getByRole('button', { name: 'Account menu' }).click();
  await ada.page.getByRole('menuitem', { name: 'Your account' }).click();
  const sessions = ada.page.getByRole('region', { name: 'Where you’re signed in' }).getByRole('listitem');
  await expect.poll(() => sessions.count()).toBe(3);
  expect(await sessions.first().textContent()).toMatch(/Chrome on Linux\s*This browser/);
  // The one that was used longest ago is last.
  await sessions
    .last()
    .getByRole('button', { name: /^Sign out Chrome on Linux, signed in today/ })
    .click();
  await ada.page.getByRole('status').getByText('Chrome on Linux is signed out.').waitFor();
  expect(await sessions.count()).toBe(2);
  expect(await ada.focused()).toBe('Where you’re signed in');

  await lost.page.waitForURL('**/login?*');
  await kept.page.reload();
  await kept.page.getByText('Account menu').waitFor({ state: 'attached' });
});

test('"Sign out everywhere" asks first, and then means it', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.everywhere', PASSWORD);
  const elsewhere = await Visitor.arrives(browser, server.url);
  await elsewhere.signsIn('ada.everywhere', PASSWORD);

  await ada.page.goto(`${server.url}/account`);
  await ada.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await ada.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await ada.page.getByText('You’re signed out on all your devices').waitFor();
  await elsewhere.page.waitForURL('**/login?*');
});

test('the operator becomes the administrator with the code of the start line, reads the log to its first line, and appoints Ben', async () => {
  const started = ServerProcess.start({ ...aFolder().settings, RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const url = await started.url();
  await Person.registers({ url }, 'ben');
  await Promise.all(Array.from({ length: 60 }, (_, at) => Person.entersAsGuest({ url }, `Otto ${String(at)}`)));
  const operator = await Visitor.arrives(browser, url);
  await operator.registers('operator', PASSWORD);

  await operator.page.goto(`${url}/administration`);
  await operator.page.getByText('Only administrators can do this.').waitFor();
  await operator.page.getByRole('link', { name: 'Back to your account' }).click();
  await operator.page.getByText('I have a setup code').click();
  await operator.page.getByLabel('Setup code').fill('guessed-it');
  await operator.page.getByRole('button', { name: 'Become administrator' }).click();
  await operator.page.getByText('This setup code is wrong').waitFor();
  await operator.page.getByLabel('Setup code').fill(started.setupCode);
  await operator.page.getByRole('button', { name: 'Become administrator' }).click();
  await operator.page.getByText('You’re now an administrator of this server.').waitFor();
  await expect.poll(() => operator.focused()).toBe('Your account');

  await operator.page.getByRole('link', { name: 'Open the administration' }).click();
  await operator.page.getByRole('link', { name: 'Audit log' }).click();
  const log = operator.page.getByRole('region', { name: 'Audit log' }).getByRole('listitem');
  await log.filter({ hasText: 'operator became an administrator with the setup code.' }).waitFor();
  expect(await log.first().textContent()).toContain('operator became an administrator');
  await operator.page.getByRole('button', { name: 'Show more' }).click();
  await log.last().filter({ hasText: 'ben created an account from 127.0.0.1.' }).waitFor();
  expect(await log.count()).toBe(64);
  expect(await log.filter({ hasText: 'operator entered a wrong setup code.' }).count()).toBe(1);
  await operator.page.getByText('This is the start of the log.').waitFor();
  expect(await operator.page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  await expect.poll(() => operator.focused()).toBe('Audit log');

  await operator.page.getByRole('link', { name: 'People' }).click();
  await operator.page.getByLabel('Find someone').fill('ben');
  await operator.page.getByText('1 person').waitFor();
  await operator.page.getByRole('link', { name: 'ben', exact: true }).click();
  await operator.page.getByRole('button', { name: 'Make administrator' }).click();
  await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Make administrator' }).click();
  await operator.page.getByText('ben is now an administrator.').waitFor();
  await operator.page.getByRole('button', { name: 'Remove administrator' }).waitFor();
  await operator.page.getByRole('link', { name: 'Audit log' }).click();
  await log.first().filter({ hasText: 'operator made ben an administrator.' }).waitFor();
});

test('a guest sees no form for a password, and nothing to administer', async () => {
  const otto = await Visitor.arrives(browser, server.url);
  const name = await otto.entersAsGuest('Otto', 'Doorstep');
  await otto.page.getByRole('button', { name: 'Account menu' }).click();
  await otto.page.getByRole('menuitem', { name: 'Your account' }).click();
  await otto.page.getByRole('main').getByText(name).waitFor();
  await otto.page.getByText('You are here as a guest').waitFor();
  // What a guest says is their status alone.
  expect(await otto.page.getByRole('textbox').count()).toBe(1);
  expect(await otto.page.getByLabel('Status', { exact: true }).count()).toBe(1);
  expect(await otto.page.getByText('setup code').count()).toBe(0);
  await otto.page.getByRole('link', { name: 'Back to rooms' }).click();
  await otto.composer.waitFor();
});

test('what was on its way to Ada is not shown to Ben, who signs in at the same page after her', async () => {
  const ada = await Person.registers(server, 'ada.before');
  const ben = await Person.registers(server, 'ben.after');
  await ada.creates('For Ada alone', 'PRIVATE');
  await ben.creates('For Ben alone', 'PRIVATE');
  const shared = await Visitor.arrives(browser, server.url);
  const answered = Promise.withResolvers<undefined>();
  const arrives = Promise.withResolvers<undefined>();
  let asked = 0;
  await shared.page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('OpenChat') || (asked += 1) > 1) {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    answered.resolve(undefined);
    await arrives.promise;
    await route.fulfill({ response });
  });
  await shared.page.goto(`${server.url}/login`);
  await shared.fillsIn('ada.before', PASSWORD);
  await answered.promise;
  const tab = await shared.context.newPage();
  await tab.goto(`${server.url}/logout`);
  await shared.page.waitForURL('**/login?*');
  await shared.fillsIn('ben.after', PASSWORD);
  await shared.page.waitForURL('**/chat');
  arrives.resolve(undefined);
  await shared.page.getByText('For Ben alone').first().waitFor();
  expect(await shared.page.getByText('For Ada alone').count()).toBe(0);
});

test('a session that Ada opens and ends elsewhere comes and goes on her page by itself', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.registers('ada.elsewhere', PASSWORD);
  await ada.page.goto(`${server.url}/account`);
  const sessions = ada.page.getByRole('listitem').filter({ hasText: /Signed in|This browser/ });
  await expect.poll(() => sessions.count()).toBe(1);
  const phone = await Person.signsIn(server, 'ada.elsewhere');
  await expect.poll(() => sessions.count()).toBe(2);
  await phone.asks('mutation { logout { ok } }');
  await expect.poll(() => sessions.count()).toBe(1);
});
