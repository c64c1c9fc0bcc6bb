import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD } from '../support/people/person.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aScene } from '../support/people/scene.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aSpawnedServer();
const browser = await aBrowser();
const FOLDER = join(import.meta.dirname, '../../dist/client/browser');
/** The names that a person or a program knows by heart; every other one holds its content's hash. */
const LASTING_NAMES = [
  ...['/', '/first-paint.js', '/icon.svg', '/manifest.webmanifest', '/emoji/data.json'],
  ...['/worker.js', '/push.js', '/ngsw-worker.js', '/safety-worker.js', '/worker-basic.min.js'],
];
/** Worth unpacking: fonts and pictures are packed as they are. */
const PACKABLE = /javascript|css|json|html|svg/;
const SMALL_BYTES = 1000;

interface Loaded {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

test('every file that the pages load is compressed, and kept for ever where its name changes with its content', async () => {
  const { room } = await aScene(server, 'Sunday walk');
  const ada = await Visitor.arrives(browser, server.url);
  const loading: Promise<Loaded>[] = [];
  ada.context.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (/^\/(?:graphql|uploads)/.test(pathname) || answer.status() === 304 || !answer.url().startsWith('http')) return;
    const path = answer.request().resourceType() === 'document' ? '/' : pathname;
    loading.push(answer.allHeaders().then((headers) => ({ path, headers })));
  });
  await opensEverything(ada, room);
  const loaded = await Promise.all(loading);
  // What is loaded by a worker the page does not hear of, and what only some of its dialogs need was not opened.
  const opened = new Set(loaded.map(({ path }) => path));
  const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
  for (const name of scripts) if (!opened.has(`/${name}`)) loaded.push(await loadedByName(name));
  for (const { path, headers } of loaded) {
    const isLasting = LASTING_NAMES.includes(path);
    expect(headers['cache-control'], path).toBe(isLasting ? 'no-cache' : 'public, max-age=31536000, immutable');
    if (!PACKABLE.test(headers['content-type'] ?? '') || bytesOf(path) < SMALL_BYTES) continue;
    expect(headers['content-encoding'], path).toMatch(/^(?:br|gzip)$/);
    expect(headers.vary, path).toContain('Accept-Encoding');
  }
  expect(opened.size).toBeGreaterThan(40);
  for (const kind of ['.js', '.css', '.woff2', '.json'])
    expect([...opened].filter((path) => path.endsWith(kind))).not.toEqual([]);
});

test('a page that is opened again loads nothing over the network but itself and what has a lasting name', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.page.goto(`${server.url}/login`);
  await ada.page.getByLabel('Username').waitFor();
  await ada.page.goto(`${server.url}/login?again`);
  await ada.page.getByLabel('Username').waitFor();
  const [fetched, kept] = await ada.page.evaluate(() => {
    const files = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => !name.includes('/graphql'),
    );
    const pathOf = ({ name }: PerformanceResourceTiming) => new URL(name).pathname;
    return [files.filter((file) => file.transferSize > 0).map(pathOf), files.map(pathOf)] as const;
  });
  expect(fetched.filter((path) => !LASTING_NAMES.includes(path))).toEqual([]);
  expect(kept.length).toBeGreaterThan(5);
});

async function loadedByName(name: string): Promise<Loaded> {
  const answer = await fetch(`${server.url}/${name}`, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.status, name).toBe(200);
  await answer.text();
  return { path: `/${name}`, headers: Object.fromEntries(answer.headers) };
}

function bytesOf(path: string): number {
  return statSync(join(FOLDER, path === '/' ? 'index.html' : path)).size;
}

async function opensEverything({ page, url: at }: Visitor, room: { id: string }): Promise<void> {
  for (const path of [
    '/',
    '/guest',
    '/register',
    '/invite/none',
    '/reset/none',
    '/forgot-password',
    '/confirm-email/none',
    '/unsubscribe/none',
    '/logout',
    '/login',
  ]) {
    await page.goto(`${at}${path}`);
    await page.waitForLoadState('networkidle');
  }
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/chat');
  const subjects = ['people', 'people/nobody', 'rooms', 'reports', 'invitations', 'storage', 'server', 'audit'];
  const administration = subjects.map((subject) => `/administration/${subject}`);
  for (const path of ['/account', '/account/notifications', ...administration, `/chat/${room.id}`]) {
    await page.goto(`${at}${path}`);
    await page.waitForLoadState('networkidle');
  }
  await page.getByRole('button', { name: 'Open picture ridge.jpg' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const cake = page.getByRole('article').filter({ hasText: 'Cake is on me.' });
  await cake.hover();
  await page.getByRole('button', { name: /^More actions for .*Cake is on me/ }).click();
  await page.getByRole('menuitem', { name: 'Why was I (not) notified?' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const emoji = page.waitForResponse(/\/emoji\/data\.json$/);
  await page.getByRole('button', { name: 'Emoji', exact: true }).first().click();
  await (await emoji).finished();
}
