import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { PASSWORD } from '../support/people/person.js';
import { aScene } from '../support/people/scene.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();
await aScene(server, 'Sunday walk');

const WORKER_MANIFEST = join(import.meta.dirname, '../../dist/client/browser/ngsw.json');

const written = (visitor: Visitor) =>
  visitor.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

test.each([
  ['de-AT', ['de', 'ltr'], 'Als Gast beitreten'],
  ['es-MX', ['es', 'ltr'], 'Entrar como invitado'],
  ['ja', ['ja', 'ltr'], 'ゲストとして参加'],
  ['ur-IN', ['ur', 'rtl'], 'مہمان کے طور پر شامل ہوں'],
  ['fr-FR', ['en', 'ltr'], 'Join as a guest'],
])('a browser that asks for %s gets the page so, from the first paint on', async (locale, page, verb) => {
  const visitor = await Visitor.arrives(browser, server.url, { locale });
  await visitor.page.route('**/main-*.js', (route) => route.abort());
  await visitor.page.goto(server.url);
  expect(await written(visitor)).toEqual(page);
  await visitor.page.unroute('**/main-*.js');
  await visitor.page.goto(server.url);
  await visitor.page.getByRole('button', { name: verb, exact: true }).waitFor();
  expect(await written(visitor)).toEqual(page);
});

test.each([320, 1440])(
  'at %i pixels the long German and the Urdu front page fit, and axe finds nothing wrong',
  async (width) => {
    for (const locale of ['de', 'ur']) {
      const visitor = await Visitor.arrives(browser, server.url, { locale, width });
      await visitor.page.goto(server.url);
      await visitor.page.getByRole('button').first().waitFor();
      expect(await sidewaysOverflow(visitor), locale).toBe(0);
      expect(await faultsOf(visitor)).toEqual([]);
    }
  },
);

test.each([
  ['de', 'Dein Konto'],
  ['ur', 'آپ کا اکاؤنٹ'],
])('at 320 pixels the page of the account fits in %s, and axe finds nothing wrong', async (locale, heading) => {
  const ada = await Visitor.arrives(browser, server.url, { locale, width: 320 });
  await ada.hasSignedIn('ada', PASSWORD);
  await ada.page.goto(`${server.url}/account`);
  await ada.page.getByRole('heading', { name: heading }).waitFor();
  await ada.page.getByRole('listitem').first().waitFor();
  expect(await sidewaysOverflow(ada), locale).toBe(0);
  expect(await faultsOf(ada)).toEqual([]);
});

test('a language that is chosen by hand comes at once and stays, whatever the browser asks for', async () => {
  const visitor = await Visitor.arrives(browser, server.url, { locale: 'es' });
  await visitor.page.goto(server.url);
  await visitor.page.getByLabel('Idioma').selectOption('Deutsch');
  await visitor.page.getByLabel('Dein Spitzname').waitFor();
  await visitor.page.goto(`${server.url}/login`);
  await visitor.page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor();
  await visitor.page.getByLabel('Sprache').selectOption('English');
  await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
});

test('English loads no translation, and any other language its own alone', async () => {
  const loaded: string[] = [];
  for (const locale of ['en-US', 'de']) {
    const visitor = await Visitor.arrives(browser, server.url, { locale });
    visitor.page.on('request', (request) => {
      if (request.url().includes('/languages/')) loaded.push(new URL(request.url()).pathname);
    });
    await visitor.page.goto(server.url);
    await visitor.page.getByRole('button').first().waitFor();
  }
  expect(new Set(loaded)).toEqual(new Set(['/languages/de.json']));
});

test('where the translation cannot be had, the page is English and says so', async () => {
  const visitor = await Visitor.arrives(browser, server.url, { locale: 'ur' });
  await visitor.page.route('**/languages/*.json', (route) => route.abort());
  await visitor.page.goto(server.url);
  await visitor.page.getByRole('button', { name: 'Join as a guest' }).waitFor();
  expect(await written(visitor)).toEqual(['en', 'ltr']);
  visitor.complaints.length = 0;
});

test('without a network the page speaks the language that it spoke with one, and keeps no other', async () => {
  const ada = await Visitor.arrives(browser, server.url, { locale: 'de', worker: true });
  await ada.hasSignedIn('ada', PASSWORD);
  await ada.page.goto(`${server.url}/chat`);
  await ada.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const wanted = keptAheadOfUse();
  await expect
    .poll(async () => {
      const kept = await keptBy(ada);
      return wanted.filter((path) => !kept.includes(path));
    })
    .toEqual([]);
  // What is kept when it is first needed passes through the worker: this page is the first that it opens.
  await ada.page.reload();
  await expect
    .poll(async () => (await keptBy(ada)).filter((path) => path.startsWith('/languages/')))
    .toEqual(['/languages/de.json']);
  await ada.context.setOffline(true);
  // In a page that a worker opens, Chromium's own emulation of a lost network leaves this true.
  await ada.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
  await ada.page.reload();
  await ada.page.getByText('Du bist offline. Tertulia öffnet sich, sobald du wieder online bist.').waitFor();
});

/** By how many pixels the page is wider than the window, to whichever side it grows. */
function sidewaysOverflow({ page }: Visitor): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The paths of what the worker keeps before anybody needs it. */
function keptAheadOfUse(): readonly string[] {
  const { assetGroups } = JSON.parse(readFileSync(WORKER_MANIFEST, 'utf8')) as {
    readonly assetGroups: readonly { readonly installMode: string; readonly urls: readonly string[] }[];
  };
  return assetGroups.flatMap(({ installMode, urls }) => (installMode === 'prefetch' ? urls : []));
}

/** The paths of all that is in the caches of this origin. */
function keptBy({ page }: Visitor): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))];
  });
}
