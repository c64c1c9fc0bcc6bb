import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { expectNoSidewaysSwipe } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const browser = await aBrowser();

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
      await expectNoSidewaysSwipe(visitor.page, locale);
      expect(await faultsOf(visitor)).toEqual([]);
    }
  },
);

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
