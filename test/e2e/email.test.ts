import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { renews } from '../support/people/accounts.js';
import { emailAddressOf, emailWantedBy, hasAddress } from '../support/people/email.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { looksAtMail, MailServer, pathIn } from '../support/servers/mail-server.js';
import { countIn } from '../support/servers/own-rows.js';
import { aServer } from '../support/servers/server.js';

/** Where pictures of the pages go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;
const mail = await MailServer.opens();
const server = await aServer(await mail.settingsAtItsPort());
const browser = await aBrowser();

async function arrives(options: { readonly width?: number; readonly dark?: boolean } = {}): Promise<Visitor> {
  return Visitor.arrives(browser, server.url, options);
}

/** Nothing is wider than the page, and axe finds nothing wrong. */
async function isSound(visitor: Visitor, name: string, dark = false): Promise<void> {
  await visitor.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
  if (FOLDER !== undefined) {
    mkdirSync(FOLDER, { recursive: true });
    await visitor.page.screenshot({ path: join(FOLDER, `email-${name}.png`), fullPage: true });
  }
  expect(await faultsOf(visitor), name).toEqual([]);
}

describe('somebody with an account', () => {
  test('gives their address, confirms it by the link that comes, says what they want, and removes it', async () => {
    const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
    const visitor = await arrives();
    const { page } = visitor;
    await visitor.hasSignedIn('ada', PASSWORD);
    await page.goto(`${server.url}/account`);
    const section = page.getByRole('region', { name: 'E-mail', exact: true });
    await section.getByLabel('Address').fill('ada@example.org');
    await section.getByLabel('Current password', { exact: true }).fill('not my password');
    await section.getByRole('button', { name: 'Send a link to confirm it' }).click();
    await section.getByText('This is not your current password.').waitFor();
    await section.getByLabel('Current password', { exact: true }).fill(PASSWORD);
    await section.getByRole('button', { name: 'Send a link to confirm it' }).click();
    await section.getByText('A link was sent to ada@example.org.').waitFor();
    await isSound(visitor, 'account-pending');
    const [link] = await mail.hears('ada@example.org');
    if (!link) throw new Error('Nothing came.');
    const other = await arrives();
    await other.page.goto(`${server.url}${pathIn(link, '/confirm-email/')}`);
    await other.page.getByRole('button', { name: 'Confirm this address' }).waitFor();
    await isSound(other, 'confirm');
    expect(await emailAddressOf(ada)).toMatchObject({ address: null });
    await other.page.getByRole('button', { name: 'Confirm this address' }).press('Enter');
    await other.page.getByText('Your address is confirmed').waitFor();
    // The page of the account hears of it.
    await section.getByText('Your address: ada@example.org').waitFor();
    const wanted = page.getByRole('region', { name: 'What you get by e-mail' });
    await wanted.getByLabel('Once a day, what you have not read').press('Space');
    await wanted.getByLabel('Time of the digest').selectOption('17:00');
    await expect.poll(() => emailWantedBy(ada)).toMatchObject({ digest: true, digestHour: 17, missedMessages: true });
    await isSound(visitor, 'account-confirmed');
    await section.getByRole('button', { name: 'Remove address' }).click();
    await section.getByText('Enter your current password.').waitFor();
    await section.getByLabel('Current password', { exact: true }).fill(PASSWORD);
    await section.getByRole('button', { name: 'Remove address' }).click();
    await section.getByText('Your e-mail address was removed.').waitFor();
    expect(await emailAddressOf(ada)).toBeNull();
  });

  test('who has forgotten the password gets another one by the link that comes, by keyboard alone', async () => {
    const ben = await Person.registers(server, 'ben', 'Ben Okri');
    const address = await hasAddress(ben, mail);
    const visitor = await arrives();
    const { page } = visitor;
    await page.goto(`${server.url}/login`);
    await page.getByRole('link', { name: 'Forgot your password?' }).press('Enter');
    await page.getByLabel('Username or e-mail address').waitFor();
    await isSound(visitor, 'forgot');
    await page.getByRole('button', { name: 'Send the link' }).press('Enter');
    await page.getByText('Enter your username or your e-mail address.').waitFor();
    await page.getByLabel('Username or e-mail address').fill(address);
    await page.keyboard.press('Enter');
    await page.getByText('Check your mail').waitFor();
    await isSound(visitor, 'forgot-sent');
    const link = (await mail.hears(address, 2)).at(-1);
    if (!link) throw new Error('Nothing came.');
    await page.goto(`${server.url}${pathIn(link, '/reset/')}`);
    await page.getByLabel('New password', { exact: true }).fill('battery staple');
    await page.keyboard.press('Enter');
    await page.getByText('Your new password is set').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).press('Enter');
    await visitor.fillsIn('ben', 'battery staple');
    await page.waitForURL(/\/chat/);
    await page.goto(`${server.url}${pathIn(link, '/reset/')}`);
    await page.getByRole('link', { name: 'Get a new one' }).waitFor();
  });

  test('ends e-mail by the link at its end, with a click', async () => {
    const cleo = await Person.registers(server, 'cleo');
    const dora = await Person.registers(server, 'dora');
    const address = await hasAddress(cleo, mail);
    const { id } = await dora.says('@cleo', await aRoom(dora, [cleo]));
    await expect.poll(() => countIn(server, 'missed_message', { message_id: id })).toBe(1);
    server.clock.advance({ minutes: 16 });
    await renews(cleo);
    looksAtMail(server);
    const told = (await mail.hears(address, 2)).at(-1);
    if (!told) throw new Error('Nothing came.');
    const visitor = await arrives();
    await visitor.page.goto(`${server.url}${pathIn(told, '/unsubscribe/')}`);
    await visitor.page.getByRole('button', { name: 'Stop it' }).waitFor();
    await isSound(visitor, 'unsubscribe');
    expect(await emailWantedBy(cleo)).toMatchObject({ missedMessages: true });
    await visitor.page.getByRole('button', { name: 'Stop it' }).press('Enter');
    await visitor.page.getByText('No more of this e-mail').waitFor();
    await isSound(visitor, 'unsubscribed');
    expect(await emailWantedBy(cleo)).toMatchObject({ missedMessages: false });
  });
});

test.each([320, 1440])('every page about e-mail fits at %i pixels, light and dark', async (width) => {
  await Person.registers(server, `eve${String(width)}`);
  for (const dark of [false, true]) {
    const where = `${String(width)}-${dark ? 'dark' : 'light'}`;
    const visitor = await arrives({ width, dark });
    for (const path of ['/forgot-password', '/confirm-email/none', '/unsubscribe/none', '/login']) {
      await visitor.page.goto(`${server.url}${path}`);
      await visitor.page.getByRole('button').first().waitFor();
      await isSound(visitor, `${path.split('/')[1] ?? ''}-${where}`, dark);
    }
    await visitor.page.goto(`${server.url}/confirm-email/none`);
    await visitor.page.getByRole('button', { name: 'Confirm this address' }).click();
    await visitor.page.getByRole('alert').waitFor();
    await isSound(visitor, `confirm-over-${where}`, dark);
    await visitor.hasSignedIn(`eve${String(width)}`, PASSWORD);
    await visitor.page.goto(`${server.url}/account`);
    await visitor.page.getByRole('region', { name: 'E-mail', exact: true }).waitFor();
    await isSound(visitor, `account-${where}`, dark);
  }
});

test('a server without e-mail offers none of it', async () => {
  const quiet = await aServer();
  await Person.registers(quiet, 'ada');
  const visitor = await Visitor.arrives(browser, quiet.url);
  await visitor.page.goto(`${quiet.url}/login`);
  await visitor.page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await visitor.page.getByText('Forgot your password?').count()).toBe(0);
  await visitor.page.goto(`${quiet.url}/forgot-password`);
  await visitor.page.getByText('This server sends no e-mail.').waitFor();
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${quiet.url}/account`);
  await visitor.page.getByText('This browser', { exact: true }).waitFor();
  expect(await visitor.page.getByRole('region', { name: 'E-mail', exact: true }).count()).toBe(0);
});
