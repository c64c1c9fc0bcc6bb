import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { anUpgradableServer } from '../support/browser/upgradable-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();
const FOLDER = join(import.meta.dirname, '../../dist/client/browser');

test('where nothing of what was read is kept, the app opens without a network, says so, and goes on where it was once the network is back', async () => {
  const { ada } = await adaInARoom('Attic');
  await isKept(ada);
  await ada.context.setOffline(true);
  // In a page that a worker opens, Chromium's own emulation of a lost network leaves this true.
  await ada.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
  await ada.page.reload();
  await expect
    .poll(() => ada.page.locator('body').innerText())
    .toBe('You’re offline. Tertulia opens as soon as you’re back online.');
  await ada.context.setOffline(false);
  await ada.sees('Said in the Attic');
});

test('where the server alone is gone the app opens as well, says so, and waits for it', async () => {
  const { ada } = await adaInARoom('Boiler room');
  await isKept(ada);
  await server.stop();
  await ada.page.reload();
  await ada.page.getByText('The server can’t be reached. Trying again …').waitFor();
  await server.start();
  await ada.sees('Said in the Boiler room');
});

test('a visitor of the front page keeps nothing of it', async () => {
  const visitor = await Visitor.arrives(browser, server.url, { worker: true });
  await visitor.page.goto(server.url);
  await visitor.page.getByLabel('Your nickname').waitFor();
  await visitor.page.waitForLoadState('networkidle');
  expect(
    await visitor.page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length)),
  ).toBe(0);
});

test('nothing is kept but files of the app: no answer of the API, no file that people sent, nothing that anybody said', async () => {
  const { ada, room } = await adaInARoom('Cabinet');
  await isKept(ada);
  const fromWorker: string[] = [];
  ada.page.on('response', (answer) => {
    if (answer.fromServiceWorker()) fromWorker.push(new URL(answer.url()).pathname);
  });
  await ada.says('A word of today');
  await ada.sees('A word of today');
  await ada.page.reload();
  await ada.sees('A word of today');
  // What is asked of the API does not even pass through it.
  expect(fromWorker.length).toBeGreaterThan(10);
  expect(fromWorker.filter((path) => /^\/(?:graphql|upload|manifest)/.test(path))).toEqual([]);
  const kept = await keptBy(ada);
  const files = new Set(filesOfTheApp());
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter(({ path }) => !files.has(path) && !path.startsWith('/ngsw:'))).toEqual([]);
  for (const { path, text } of kept)
    for (const word of ['A word of today', 'Said in the Cabinet', room.id, 'ada.cabinet'])
      expect([path, text.includes(word)]).toEqual([path, false]);

  await ada.page.goto(`${server.url}/logout`);
  await ada.page.getByRole('heading', { name: 'You’re signed out' }).waitFor();
  const left = await ada.page.evaluate(async () => ({
    storage: JSON.stringify(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(left.storage).not.toContain('A word of today');
  expect((await keptBy(ada)).filter(({ text }) => text.includes('A word of today'))).toEqual([]);
});

test('a new version offers itself, leaves the open page whole, and is there after a reload', async () => {
  const upgradable = await anUpgradableServer(server);
  const { ada } = await adaInARoom('Dining room', upgradable.url);
  await isKept(ada);
  upgradable.upgrade('newer');
  const offer = ada.page.getByText('A new version is ready.');
  expect(await offer.count()).toBe(0);
  await ada.context.setOffline(true);
  await ada.page.getByText('Connection lost.').waitFor();
  await ada.context.setOffline(false);
  await offer.waitFor();
  // Its code has never been loaded, and the server has it no more.
  await ada.page.getByRole('button', { name: /Account menu/ }).click();
  await ada.page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await ada.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await ada.page.keyboard.press('Escape');
  expect(await versionOf(ada)).toBeNull();

  await ada.page.getByRole('button', { name: 'Later' }).click();
  await offer.waitFor({ state: 'detached' });
  await ada.page.reload();
  await ada.sees('Said in the Dining room');
  expect(await versionOf(ada)).toBe('newer');
  expect(await offer.count()).toBe(0);
});

/** Ada in a room, at a browser that may keep the app. */
async function adaInARoom(name: string, url = server.url): Promise<{ ada: Visitor; room: { id: string } }> {
  const username = `ada.${name.toLowerCase().replaceAll(' ', '-')}`;
  const person = await Person.registers(server, username);
  const room = await person.creates(name);
  await person.says(`Said in the ${name}`, room);
  const ada = await Visitor.arrives(browser, url, { worker: true });
  await ada.hasSignedIn(username, PASSWORD);
  await ada.page.goto(`${url}/chat/${room.id}`);
  await ada.sees(`Said in the ${name}`);
  return { ada, room };
}

/** Waits until the browser has all of the app, and this page as one that the worker opened. */
async function isKept(ada: Visitor): Promise<void> {
  await ada.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const scripts = filesOfTheApp().filter(
    (path) => path.endsWith('.js') && !/worker|push|pdf-document|^\/pdf\//.test(path),
  );
  await expect
    .poll(async () => {
      const paths = new Set((await keptBy(ada)).map(({ path }) => path));
      return scripts.filter((path) => !paths.has(path));
    })
    .toEqual([]);
  await ada.page.reload();
  await ada.composer.waitFor();
}

/** All that is in the caches of this origin. */
function keptBy({ page }: Visitor): Promise<{ path: string; text: string }[]> {
  return page.evaluate(async () => {
    const kept: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const { pathname } = new URL(request.url);
        kept.push({ path: name.includes(':db:') ? `/ngsw:${pathname}` : pathname, text: (await answer?.text()) ?? '' });
      }
    }
    return kept;
  });
}

function filesOfTheApp(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map(({ parentPath, name }) => `/${relative(FOLDER, join(parentPath, name)).replaceAll(sep, '/')}`);
}

function versionOf({ page }: Visitor): Promise<string | null> {
  return page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? null);
}
