import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

test('what is half written stays in its room, over a reload, and shows in the list of rooms', async () => {
  const { visitor } = await aWriter('ada.drafts', 'Tea', 'Cake');
  await opens(visitor, 'Tea');
  await visitor.composer.fill('Dear Ben, ');
  expect(await draftsIn(visitor)).toEqual([]);
  await opens(visitor, 'Cake');
  expect(await visitor.composer.inputValue()).toBe('');
  await expect.poll(() => draftsIn(visitor)).toEqual(['Tea']);
  await visitor.page.reload();
  await visitor.composer.waitFor();
  await expect.poll(() => draftsIn(visitor)).toEqual(['Tea']);
  await opens(visitor, 'Tea');
  expect(await visitor.composer.inputValue()).toBe('Dear Ben, ');
  await visitor.composer.fill('   ');
  await opens(visitor, 'Cake');
  await expect.poll(() => draftsIn(visitor)).toEqual([]);
});

test('a draft outlives a session that has ended elsewhere', async () => {
  const { visitor, person } = await aWriter('ada.ended', 'Tea');
  await opens(visitor, 'Tea');
  await visitor.composer.fill('Dear Ben, ');
  await person.asks('mutation { logoutEverywhere { ok } }').catch(() => undefined);
  await visitor.page.reload();
  await visitor.composer.or(visitor.page.getByLabel('Username')).waitFor();
  if ((await visitor.composer.count()) === 0) await visitor.fillsIn('ada.ended', PASSWORD);
  await visitor.composer.waitFor();
  expect(await visitor.composer.inputValue()).toBe('Dear Ben, ');
});

test('whoever signs out is asked about their drafts, and finds those they keep; nobody else does', async () => {
  const { visitor, person } = await aWriter('ada.leaves', 'Tea');
  const room = await person.creates('Shared');
  const ben = await Person.registers(server, 'ben.comes');
  await ben.joins(room);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.fill('For Ben, later');
  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByText('You still have one draft in this browser.').waitFor();
  await visitor.page.getByRole('button', { name: 'Keep and sign out' }).click();
  await visitor.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();

  await signsIn(visitor, 'ben.comes', `/chat/${room.id}`);
  await visitor.composer.waitFor();
  expect(await visitor.composer.inputValue()).toBe('');
  await visitor.page.getByRole('link', { name: 'Tertulia, all rooms' }).click();
  await visitor.page.waitForURL(`${server.url}/chat`);
  expect(await draftsIn(visitor)).toEqual([]);
  // Ben has none: nobody asks him.
  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  expect(await kept(visitor.page)).toEqual([]);
});

test('drafts that Ada keeps are there when she signs in again, and those that she does not keep are gone', async () => {
  const { visitor } = await aWriter('ada.returns', 'Tea');
  const tab = await visitor.context.newPage();
  await tab.goto(`${server.url}/chat`);
  await tab.getByText('Account menu').waitFor({ state: 'attached' });
  await opens(visitor, 'Tea');
  await visitor.composer.fill('Not yet');
  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByRole('button', { name: 'Keep and sign out' }).click();
  // The other tab has heard of it, and has kept it as well.
  await tab.waitForURL('**/login?*');
  await signsIn(visitor, 'ada.returns', '/chat');
  await expect.poll(() => draftsIn(visitor)).toEqual(['Tea']);
  await opens(visitor, 'Tea');
  expect(await visitor.composer.inputValue()).toBe('Not yet');

  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByRole('link', { name: 'Stay signed in' }).click();
  await expect.poll(() => draftsIn(visitor)).toEqual(['Tea']);
  await visitor.page.goto(`${server.url}/logout`);
  await visitor.page.getByRole('button', { name: 'Delete and sign out' }).click();
  await visitor.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  expect(await kept(visitor.page)).toEqual([]);
  await signsIn(visitor, 'ada.returns', '/chat');
  await opens(visitor, 'Tea');
  expect(await visitor.composer.inputValue()).toBe('');
});

test('two tabs share a draft: what is written in one is in the other, and what was sent is in neither', async () => {
  const { visitor } = await aWriter('ada.tabs', 'Tea');
  await opens(visitor, 'Tea');
  const other = await visitor.context.newPage();
  await other.goto(visitor.page.url());
  const otherBox = other.getByRole('textbox', { name: /^Message to/ });
  await otherBox.waitFor();
  await visitor.composer.fill('Two cups');
  await expect.poll(() => otherBox.inputValue()).toBe('Two cups');
  await otherBox.fill('Two cups, please');
  await expect.poll(() => visitor.composer.inputValue()).toBe('Two cups, please');
  await otherBox.press('Enter');
  await expect.poll(() => visitor.composer.inputValue()).toBe('');
  await visitor.sees('Two cups, please');
});

test('what stands in a tab is never taken out of it by another one, and is not lost with it', async () => {
  const { visitor } = await aWriter('ada.apart', 'Tea');
  await opens(visitor, 'Tea');
  const other = await visitor.context.newPage();
  await other.goto(visitor.page.url());
  const otherBox = other.getByRole('textbox', { name: /^Message to/ });
  await otherBox.waitFor();
  // What the browser had no room for stands in this tab alone.
  await other.evaluate(() => {
    const setItem = Storage.prototype.setItem.bind(localStorage);
    let refuses = true;
    Object.assign(window, { makeRoom: () => (refuses = false) });
    Storage.prototype.setItem = (key, value) => {
      if (refuses) throw new DOMException('Full', 'QuotaExceededError');
      setItem(key, value);
    };
  });
  await otherBox.fill('Here one thing');
  await visitor.composer.fill('There another');
  await other.evaluate(() => {
    (window as unknown as { makeRoom: () => void }).makeRoom();
  });
  await visitor.composer.fill('There another one');
  await visitor.composer.press('Enter');
  await visitor.sees('There another one');
  expect(await otherBox.inputValue()).toBe('Here one thing');
  await other.reload();
  await otherBox.waitFor();
  expect(await otherBox.inputValue()).toBe('Here one thing');
});

/** Somebody with an account, at a browser, and rooms of their own. */
async function aWriter(username: string, ...rooms: string[]): Promise<{ visitor: Visitor; person: Person }> {
  const person = await Person.registers(server, username);
  for (const room of rooms) await person.creates(room, 'PRIVATE');
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.signsIn(username, PASSWORD);
  return { visitor, person };
}

async function signsIn(visitor: Visitor, username: string, path: string): Promise<void> {
  await visitor.page.goto(`${server.url}/login?to=${encodeURIComponent(path)}`);
  await visitor.fillsIn(username, PASSWORD);
  await visitor.page.waitForURL(`**${path}`);
}

async function opens(visitor: Visitor, room: string): Promise<void> {
  await visitor.page.getByRole('link', { name: new RegExp(`^${room}\\b`) }).click();
  await visitor.page.getByRole('textbox', { name: `Message to ${room}` }).waitFor();
}

/** The rooms that are marked, by the names that a screen reader hears. */
async function draftsIn(visitor: Visitor): Promise<string[]> {
  const links = visitor.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /, draft\b/ });
  const names = await links.locator('.visually-hidden').allTextContents();
  return names.map((name) => name.split(',')[0] ?? '');
}

function kept(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('private')));
}
