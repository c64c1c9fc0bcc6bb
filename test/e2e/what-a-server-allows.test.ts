import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const open = await aServer();
const browser = await aBrowser();

const doors = (visitor: Visitor) => ({
  signIn: visitor.page.getByRole('link', { name: 'Sign in' }),
  register: visitor.page.getByRole('link', { name: 'Create an account' }),
  guest: visitor.page.getByRole('link', { name: 'Join as a guest' }),
});

async function at(url: string, path: string, heading: string): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, url);
  await visitor.page.goto(url + path);
  await visitor.page.getByRole('heading', { name: heading, exact: true }).waitFor();
  return visitor;
}

describe('where guests and new accounts are welcome', () => {
  test('a visitor finds every way in, and has asked for it once', async () => {
    const otto = await at(open.url, '/', 'Join the conversation');
    await otto.page.getByLabel('Your nickname').waitFor();
    expect(await doors(otto).register.count()).toBe(1);
    await doors(otto).signIn.click();
    await doors(otto).guest.waitFor();
    expect(await doors(otto).register.count()).toBe(1);
    await doors(otto).register.click();
    await otto.page.getByLabel('Username').waitFor();
    expect(await doors(otto).guest.count()).toBe(1);
    expect(otto.asked.toSorted()).toEqual(['RefreshSession', 'Server']);
  });

  test('whoever is signed in is told with the first screen, and goes there from the front page', async () => {
    await Person.registers(open, 'ada.inside');
    const ada = await Visitor.arrives(browser, open.url);
    await ada.signsIn('ada.inside', PASSWORD);
    await expect.poll(() => ada.asked).toContain('OpenChat');
    ada.asked.length = 0;
    await ada.page.goto(open.url);
    await ada.page.waitForURL('**/chat');
    await ada.page.getByText('Account menu').waitFor({ state: 'attached' });
    // The front page asks for both at once: most who open it are visitors, who would wait for one after the other.
    await expect.poll(() => ada.asked.toSorted()).toEqual(['OpenChat', 'RefreshSession', 'Server']);
  });
});

describe('where guests are not let in', async () => {
  const server = await aServer({ GUESTS: 'off' });

  test('the front page is where one signs in, and no door leads to the guests', async () => {
    const otto = await at(server.url, '/', 'Sign in');
    expect(await doors(otto).register.count()).toBe(1);
    expect(await doors(otto).guest.count()).toBe(0);
    await doors(otto).register.click();
    await otto.page.getByRole('heading', { name: 'Create an account' }).waitFor();
    expect(await doors(otto).guest.count()).toBe(0);
  });

  test('whoever has the link for guests reads why not, and signs in to where it led', async () => {
    await Person.registers(server, 'ben.invited');
    const ben = await at(server.url, '/guest?to=/account', 'Guests can’t join here');
    expect(await ben.page.getByLabel('Your nickname').count()).toBe(0);
    await doors(ben).signIn.click();
    await ben.fillsIn('ben.invited', PASSWORD);
    await ben.page.waitForURL('**/account');
  });
});

describe('where nobody creates an account', async () => {
  const server = await aServer({ REGISTRATION: 'off' });

  test('no door leads there, and guests still come in', async () => {
    const otto = await at(server.url, '/', 'Join the conversation');
    expect(await doors(otto).signIn.count()).toBe(1);
    expect(await doors(otto).register.count()).toBe(0);
    await otto.entersAsGuest('Otto', 'Kitchen');
  });

  test('whoever has the link reads why not', async () => {
    const otto = await at(server.url, '/register', 'No new accounts');
    expect(await otto.page.getByLabel('Username').count()).toBe(0);
    expect(await doors(otto).guest.count()).toBe(1);
  });
});

test('where both are closed, only the sign-in is left', async () => {
  const server = await aServer({ GUESTS: 'off', REGISTRATION: 'off' });
  const otto = await at(server.url, '/login', 'Sign in');
  expect(await otto.page.getByText('New here?').count()).toBe(0);
  expect(await doors(otto).guest.or(doors(otto).register).count()).toBe(0);
});

describe('a file of 6,000 bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-sizes-'));
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear Ben,\n'.repeat(600));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const small = await aServer({ UPLOAD_MAX_BYTES: '5000' });

  test('is refused before it is sent where 5,000 are the most', async () => {
    const ada = await Visitor.arrives(browser, small.url);
    await ada.entersAsGuest('Ada', 'Letters');
    const sent: string[] = [];
    ada.page.on('request', (request) => {
      if (request.url().includes('/upload/')) sent.push(request.url());
    });
    await ada.attaches(letter);
    await ada.page.getByText('This file is too large. The limit is 4.9 KB.').waitFor();
    expect(sent).toEqual([]);
  });

  test('is sent where more is allowed', async () => {
    const ada = await Visitor.arrives(browser, open.url);
    await ada.entersAsGuest('Ada', 'Letters');
    await ada.attaches(letter);
    await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
    await ada.says('Here it is');
    await ada
      .messages('Here it is')
      .getByRole('link', { name: /letter\.txt/ })
      .waitFor();
  });
});

test('a file of 17 MB is sent where the server takes 20', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-sizes-'));
  const film = join(folder, 'film.bin');
  writeFileSync(film, Buffer.alloc(17 * 1024 * 1024, 7));
  const server = await aServer({ UPLOAD_MAX_BYTES: String(20 * 1024 * 1024) });
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Films');
  await ada.attaches(film);
  await ada.page.getByRole('button', { name: 'Remove film.bin' }).waitFor();
  await ada.says('Here it is');
  await ada
    .messages('Here it is')
    .getByRole('link', { name: /film\.bin/ })
    .waitFor();
  rmSync(folder, { recursive: true });
});
