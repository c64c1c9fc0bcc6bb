import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PASSWORD, Person } from '../support/people/person.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { expectNoSidewaysSwipe, expectWithinReach, look } from '../support/browser/reach.js';
import { firstOf } from '../support/chance/rounds.js';
import { aScene } from '../support/people/scene.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

/** Where pictures go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;
const OVERLAY = '.cdk-overlay-pane';

const server = await aSpawnedServer();
const browser = await aBrowser();
const { room } = await aScene(server, 'Sunday walk');

/** The smallest phones, one in the hand, one whose keyboard is open, one that lies. */
const SCREENS = [
  { width: 320, height: 568 },
  { width: 390, height: 400 },
  { width: 568, height: 320 },
];

describe.each(firstOf(SCREENS, 1))(
  'on a touch screen of $width by $height pixels a finger gets at everything',
  (screen) => {
    const at = ` at ${String(screen.width)}×${String(screen.height)}`;
    const arrive = () => Visitor.arrives(browser, server.url, { ...screen, touch: true });
    const check = async (visitor: Visitor, name: string, within?: string): Promise<void> => {
      await draw(visitor, name + at);
      await expectWithinReach(visitor.page, name + at, within);
    };

    test('before signing in', async () => {
      const visitor = await arrive();
      const { page } = visitor;
      for (const path of ['/', '/login?to=%2Fchat', '/register', '/logout']) {
        await page.goto(`${server.url}${path}`);
        await page.getByRole('button').or(page.getByRole('link')).first().waitFor();
        await check(visitor, `page ${path.replaceAll(/\W+/g, ' ').trim()}`);
        await expectNoSidewaysSwipe(page, path + at);
      }
      await page.goto(`${server.url}/register`);
      await visitor.choosesOwnPassword();
      await page.getByLabel('Password', { exact: true }).fill('short');
      await check(visitor, 'own password');
    });

    test('in a room', async () => {
      const visitor = await arrive();
      const { page } = visitor;
      await visitor.signsIn('ada', PASSWORD);
      await check(visitor, 'rooms');
      await page.getByRole('button', { name: 'Account menu' }).tap();
      await check(visitor, 'own menu', OVERLAY);
      await expectNoSidewaysSwipe(page, `own menu${at}`);
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).tap();
      await page.getByRole('dialog').waitFor();
      await check(visitor, 'shortcuts', OVERLAY);
      await page.getByRole('button', { name: 'Done' }).tap();
      await page.getByRole('button', { name: 'New room', exact: true }).first().tap();
      await page.getByRole('dialog').waitFor();
      await check(visitor, 'new room', OVERLAY);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      await page.goto(`${server.url}/chat/${room.id}`);
      await visitor.sees('Cake is on me.');
      await check(visitor, 'room');
      await expectNoSidewaysSwipe(page, `room${at}`);
      await page.getByRole('button', { name: 'Room options' }).tap();
      await check(visitor, 'menu of the room', OVERLAY);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await check(visitor, 'room after its menu');
      await page.getByRole('button', { name: 'Members' }).tap();
      await page.getByRole('dialog', { name: 'Members' }).waitFor();
      await check(visitor, 'members', 'app-members-drawer');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Open picture ridge.jpg' }).tap();
      await page.getByRole('dialog').waitFor();
      await check(visitor, 'picture', OVERLAY);
      await page.keyboard.press('Escape');
    });

    test('while writing', async () => {
      const visitor = await arrive();
      const { page } = visitor;
      await visitor.entersAsGuest('Cleo', `Writing${at}`);
      await check(visitor, 'empty room');
      await visitor.composer.pressSequentially('Tea :coff');
      await page.getByRole('option').first().waitFor();
      await check(visitor, 'suggestions', 'app-suggestion-list');
      await visitor.composer.press('Escape');
      await visitor.attaches('LICENSE', 'README.md');
      await expect.poll(() => page.getByRole('button', { name: /^Remove/ }).count()).toBe(2);
      await visitor.composer.fill('One line of many\n'.repeat(14));
      await check(visitor, 'a long draft with files');
      await visitor.composer.fill('a'.repeat(8_000));
      await visitor.composer.press('a');
      await page.getByText('one character too long').waitFor();
      await check(visitor, 'a draft that is too long');
      await visitor.composer.fill('Short');
      await page.getByRole('button', { name: 'Emoji', exact: true }).tap();
      await page.getByRole('dialog', { name: 'Pick an emoji' }).getByRole('menuitem').first().waitFor();
      await draw(visitor, `emoji${at}`);
      await expectWithinReach(page, `emoji${at}`, 'emoji-picker');
      await page.getByRole('dialog', { name: 'Pick an emoji' }).getByRole('menuitem').first().tap();
      await page.getByRole('button', { name: 'Send', exact: true }).tap();
      await visitor.sees('Short');

      await page.getByRole('button', { name: /^More actions for/ }).tap();
      await page.getByRole('menuitem').first().waitFor();
      await check(visitor, 'menu of a message', OVERLAY);
      await page.getByRole('menuitem', { name: 'Edit' }).tap();
      const editor = page.getByRole('textbox', { name: 'Edit your message' });
      await editor.fill('Longer\n'.repeat(20));
      await check(visitor, 'editor');
      await editor.press('Escape');
      await page.getByRole('button', { name: 'Continue editing' }).waitFor();
      await check(visitor, 'unsaved edit');
      await page.getByRole('button', { name: /^More actions for/ }).tap();
      await page.getByRole('menuitem', { name: 'Delete' }).tap();
      await page.getByRole('alertdialog').waitFor();
      await check(visitor, 'confirmation', OVERLAY);
    });

    test('on one’s account', async () => {
      const visitor = await arrive();
      await visitor.hasSignedIn('ada', PASSWORD);
      await visitor.page.goto(`${server.url}/account`);
      await visitor.page.getByText('This browser', { exact: true }).waitFor();
      await check(visitor, 'account');
      await expectNoSidewaysSwipe(visitor.page, `account${at}`);
      await visitor.page.goto(`${server.url}/account/notifications`);
      await visitor.page.getByRole('heading', { name: 'Keywords' }).waitFor();
      await check(visitor, 'notifications');
      await expectNoSidewaysSwipe(visitor.page, `notifications${at}`);
    });
  },
);

/** The pages of an administrator, and what is on each once it is there. */
const ADMINISTRATION = [
  ['people', 'Ada Lovelace'],
  ['rooms', '0 rooms'],
  ['invitations', 'Links that work now'],
  ['storage', 'Profile pictures'],
  ['server', 'Name of the server'],
  ['audit', /Ada Lovelace \(@ada\)/],
] as const;

test('on the pages of an administrator a finger gets at everything', async () => {
  const started = ServerProcess.start({ ...aFolder().settings, RATE_LIMITS: 'off', LOG_LEVEL: 'error' });
  const url = await started.url();
  const ada = await Person.registers({ url }, 'ada', 'Ada Lovelace');
  const become = 'mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }';
  await ada.asks(become, { code: started.setupCode });
  const visitor = await Visitor.arrives(browser, url, { width: 320, height: 568, touch: true });
  await visitor.signsIn('ada', PASSWORD);
  for (const [page, text] of ADMINISTRATION) {
    await visitor.page.goto(`${url}/administration/${page}`);
    await visitor.page.getByText(text).first().waitFor();
    await draw(visitor, `administration of ${page} at 320×568`);
    await expectWithinReach(visitor.page, page);
    await expectNoSidewaysSwipe(visitor.page, page);
  }
});

test.each(
  firstOf(
    [
      { width: 640, height: 400 },
      { width: 1280, height: 300 },
      { width: 320, height: 400 },
      { width: 390, height: 844 },
      { width: 1440, height: 900 },
    ],
    3,
  ),
)('a long draft leaves at least a quarter of the page to the messages at $width by $height', async (screen) => {
  const visitor = await Visitor.arrives(browser, server.url, screen);
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Cake is on me.');
  await visitor.composer.fill('One line of many\n'.repeat(14));
  await draw(visitor, `draft of 14 lines at ${String(screen.width)}×${String(screen.height)}`);
  const box = await visitor.timeline.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(screen.height / 4);
  const writing = await visitor.composer.boundingBox();
  expect(writing?.height).toBeGreaterThanOrEqual(48);
  await visitor.composer.fill('');
});

test('what was found out of reach is really found', async () => {
  const visitor = await Visitor.arrives(browser, server.url, { width: 320, height: 568, touch: true });
  const { page } = visitor;
  await page.goto(server.url);
  const faults = async (html: string): Promise<string> => {
    await page.evaluate((markup) => {
      document.body.innerHTML = markup;
    }, html);
    return (await look(page)).faults.join();
  };
  const button = (style: string) => `<button style="width: 44px; height: 44px; ${style}">Go</button>`;
  expect(await faults(button(''))).toBe('');
  expect(
    await faults(`<div style="overflow: auto; height: 90px"><p style="height: 900px"></p>${button('')}</div>`),
  ).toBe('');
  expect(await faults(`<div style="overflow: hidden; width: 300px">${button('margin-left: 280px')}</div>`)).toContain(
    'cut off',
  );
  expect(await faults(`<div style="overflow: auto; width: 300px">${button('margin-left: 280px')}</div>`)).toContain(
    'sideways',
  );
  expect(
    await faults(`<div style="overflow: hidden; height: 90px"><p style="height: 900px"></p>${button('')}</div>`),
  ).toContain('cut off');
  expect(await faults(button('width: 20px; padding: 0'))).toContain('too small');
  expect(await faults(button('position: fixed; left: 300px'))).toContain('sideways');
  expect(await faults(`${button('')}<div style="position: fixed; inset: 0">Over it</div>`)).toContain('covered by div');
});

async function draw({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const path = join(FOLDER, 'small', `${name.replaceAll(/[ ,×]+/g, '-')}.png`);
  mkdirSync(join(FOLDER, 'small'), { recursive: true });
  await page.screenshot({ path });
}
