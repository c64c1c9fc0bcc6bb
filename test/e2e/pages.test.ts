import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { post } from '../support/requests/graphql.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aScene } from '../support/people/scene.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { firstOf } from '../support/chance/rounds.js';

/** Where pictures of the pages go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;
const SMALL = 320;
const PHONE = 390;
const DESK = 1440;

const server = await aSpawnedServer();
const browser = await aBrowser();
const { room } = await aScene(server, 'Sunday walk');

for (const width of firstOf([SMALL, DESK, PHONE, 360], 2)) {
  for (const dark of [false, true]) {
    const where = `at ${String(width)} pixels, ${dark ? 'dark' : 'light'}`;

    test(`every page fits ${where}`, async () => {
      const visitor = await Visitor.arrives(browser, server.url, { width, dark });
      for (const path of ['/', '/register', '/login?to=%2Fchat']) {
        await visitor.page.goto(`${server.url}${path}`);
        await visitor.page.getByRole('button').first().waitFor();
        await fits(visitor, `${nameOf(path)}-${where}`);
      }
      await visitor.page.getByLabel('Username').fill('ada');
      await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await visitor.page.getByRole('button', { name: 'Sign in' }).click();
      await visitor.page.getByRole('link', { name: /Sunday walk/ }).waitFor();
      await fits(visitor, `chat-${where}`);
      await visitor.page.goto(`${server.url}/chat/${room.id}`);
      await visitor.sees('Cake is on me.');
      await visitor.page.getByRole('button', { name: 'Open picture ridge.jpg' }).getByRole('img').waitFor();
      await fits(visitor, `room-${where}`);
      await visitor.page.goto(`${server.url}/account`);
      await visitor.page.getByText('This browser', { exact: true }).waitFor();
      await fits(visitor, `account-${where}`);
    });
  }
}

test('the page of an administrator fits everywhere', async () => {
  const url = await anAdministratedServer();
  const visitor = await Visitor.arrives(browser, url);
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${url}/administration/audit`);
  await visitor.page.getByText('Ada Lovelace (@ada) made Ben Okri (@ben) an administrator.').waitFor();
  for (const width of firstOf([SMALL, DESK, PHONE, 360], 2)) {
    for (const dark of [false, true]) {
      await visitor.page.setViewportSize({ width, height: 800 });
      await visitor.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await fits(visitor, `administration-at ${String(width)} pixels, ${dark ? 'dark' : 'light'}`);
    }
  }
});

test('the picture of the README', async () => {
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.page.goto(`${server.url}/login`);
  await visitor.page.getByLabel('Username').fill('ben');
  await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await visitor.page.getByRole('link', { name: /Sunday walk/ }).click();
  await visitor.sees('Cake is on me.');
  await drawn(visitor);
  const picture = await visitor.page.screenshot(FOLDER === undefined ? {} : { path: join(FOLDER, 'screenshot.png') });
  expect(picture.length).toBeGreaterThan(50_000);
});

/** Ada runs it; there is something to read in its log. */
async function anAdministratedServer(): Promise<string> {
  const started = ServerProcess.start({ ...aFolder().settings, RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const url = await started.url();
  const ada = await Person.registers({ url }, 'ada', 'Ada Lovelace');
  const ben = await Person.registers({ url }, 'ben', 'Ben Okri');
  await ada.asks('mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }', {
    code: started.setupCode,
  });
  const appoint = `mutation ($id: ID!) {
    setAdministrator(input: { userId: $id, isAdministrator: true }) { user { id } }
  }`;
  await ada.asks(appoint, { id: ben.id });
  const room = await ada.creates('Sunday walk');
  await ben.joins(room);
  await ada.makes(ben, 'MODERATOR', room);
  await ben.deletes(await ada.says('Off to the left', room));
  const guess = 'mutation { login(input: { username: "ben", password: "guessed" }) { user { id } } }';
  await post(url, guess, {}, { 'user-agent': 'curl/8.5.0' });
  return url;
}

async function fits(visitor: Visitor, name: string): Promise<void> {
  await drawn(visitor);
  const overhang = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overhang, name).toBeLessThanOrEqual(0);
  if (FOLDER === undefined) return;
  const path = join(FOLDER, 'pages', `${name.replaceAll(/[ ,]+/g, '-')}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await visitor.page.screenshot({ path, fullPage: true });
}

/** All pictures of the page are there, and its fonts. */
async function drawn({ page }: Visitor): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}

function nameOf(path: string): string {
  return path === '/' ? 'front' : (/^\/(\w+)/.exec(path)?.[1] ?? 'page');
}
