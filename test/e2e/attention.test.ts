import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import {
  clicksNotification,
  countedOn,
  looksAgain,
  looksAway,
  recordsNotifications,
  shownOn,
} from '../support/browser/notifications.js';
import { expectNoSidewaysSwipe, expectWithinReach } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { prefers, reads } from '../support/people/reading.js';
import { aServer } from '../support/servers/server.js';

/** Where pictures go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;
const server = await aServer();
const browser = await aBrowser();
let count = 0;

describe('notifications while the page is open', () => {
  test('are asked for in our own words, after the first mention and not before, and the browser asks only after a yes', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada, { isAllowed: false });
    await ben.says('Tea?', room);
    await linkTo(visitor, room, 'unread').waitFor();
    const question = visitor.page.getByText(/Do you want to be notified/);
    expect(await question.count()).toBe(0);
    await ben.says(`Tea, @${ada.username}?`, room);
    await visitor.page.getByText('Ben Okri mentioned you.').waitFor();
    await looksGood(visitor, 'question');
    expect(await countedOn(visitor)).toMatchObject({ asked: 0 });
    // By the keyboard, and the focus stays on the page.
    await visitor.page.getByRole('button', { name: 'Turn on' }).press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await visitor.focused()).not.toBe(null);
    expect(await countedOn(visitor)).toMatchObject({ asked: 1 });
    await looksAway(visitor.page);
    await ben.says(`Coffee, @${ada.username}?`, room);
    await expect.poll(() => shownOn(visitor)).toHaveLength(1);
  });

  test('are asked for once: not now is not now on the next page either', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada, { isAllowed: false });
    await ben.says(`Tea, @${ada.username}?`, room);
    const notNow = visitor.page.getByRole('button', { name: 'Not now' });
    await notNow.click();
    await notNow.waitFor({ state: 'detached' });
    await visitor.page.reload();
    await linkTo(visitor, room, '1 mention').waitFor();
    await ben.says(`Coffee, @${ada.username}?`, room);
    await linkTo(visitor, room, '2 mentions').waitFor();
    expect(await notNow.count()).toBe(0);
    expect(await countedOn(visitor)).toMatchObject({ asked: 0 });
  });

  test('say who and where, and a click leads to the message', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada);
    await looksAway(visitor.page);
    await ben.says('For nobody', room);
    const { id } = await ben.says(`Tea, @${ada.username}?`, room);
    await expect
      .poll(() => shownOn(visitor))
      .toEqual([{ title: `Ben Okri in ${room.name}`, body: 'Mentioned you', tag: id }]);
    expect((await countedOn(visitor)).sounds).toBe(1);
    await clicksNotification(visitor.page, `Ben Okri in ${room.name}`);
    await visitor.sees('Tea, ');
    await visitor.page.waitForURL(`**/chat/${room.id}**`);
    expect(await shownOn(visitor)).toEqual([]);
  });

  test('say what was said only to those who want it', async () => {
    const { ada, ben, room } = await aPair();
    await settings(ada, { showsText: true });
    const visitor = await arrives(ada);
    await looksAway(visitor.page);
    await ben.says(`**Tea**, @${ada.username}?`, room);
    await expect.poll(() => shownOn(visitor)).toMatchObject([{ body: `Tea, @${ada.username}?` }]);
  });

  test('are not there for what is said before one’s eyes', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada, { room });
    await ben.says(`Tea, @${ada.username}?`, room);
    await visitor.sees('Tea, ');
    expect(await shownOn(visitor)).toEqual([]);
    expect((await countedOn(visitor)).sounds).toBe(0);
  });

  test('are one for two tabs, with one sound, also after the tab is closed that was looked at last', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada);
    const second = await visitor.context.newPage();
    await second.goto(`${server.url}/chat`);
    await second.getByRole('link', { name: room.name }).waitFor();
    // So that both may be heard.
    for (const page of [visitor.page, second]) await page.getByRole('searchbox').click();
    for (const page of [visitor.page, second]) await looksAway(page);
    await ben.says(`Tea, @${ada.username}?`, room);
    for (const page of [visitor.page, second]) await page.getByRole('link', { name: /1 mention/ }).waitFor();
    await expect.poll(() => shownOn(visitor)).toHaveLength(1);
    expect((await countedOn(visitor)).sounds).toBe(1);

    await second.close();
    await expect.poll(() => notifiesAlone(visitor.page)).toBe(true);
    await ben.says(`Coffee, @${ada.username}?`, room);
    await expect.poll(async () => (await shownOn(visitor)).map(({ tag }) => tag)).toHaveLength(1);
  });

  test('are not there in one tab while one looks at another', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada);
    const second = await visitor.context.newPage();
    await second.goto(`${server.url}/chat/${room.id}`);
    await looksAway(visitor.page);
    await looksAgain(second);
    await expect.poll(() => notifies(second)).toBe(true);
    await ben.says(`Tea, @${ada.username}?`, room);
    await second.getByRole('article').filter({ hasText: 'Tea, ' }).waitFor();
    expect(await shownOn(visitor)).toEqual([]);
  });

  test('are taken back when the message is read on another device, or deleted', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada);
    await looksAway(visitor.page);
    const first = await ben.says(`Tea, @${ada.username}?`, room);
    await expect.poll(() => shownOn(visitor)).toHaveLength(1);
    await reads(ada, room, first.number);
    await expect.poll(() => shownOn(visitor)).toEqual([]);
    const second = await ben.says(`Coffee, @${ada.username}?`, room);
    await expect.poll(() => shownOn(visitor)).toHaveLength(1);
    await ben.deletes(second);
    await expect.poll(() => shownOn(visitor)).toEqual([]);
  });

  test('are one for all that was missed without a connection, and none for what is old when the page is opened', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada);
    await looksAway(visitor.page);
    await visitor.context.setOffline(true);
    await visitor.page.getByText('Connection lost.').waitFor();
    for (const drink of ['Tea', 'Coffee', 'Milk']) await ben.says(`${drink}, @${ada.username}?`, room);
    await visitor.context.setOffline(false);
    await visitor.isConnected();
    await expect
      .poll(() => shownOn(visitor))
      .toEqual([{ title: '3 new messages', body: `In ${room.name}`, tag: 'missed' }]);
    await visitor.page.reload();
    await looksAway(visitor.page);
    await linkTo(visitor, room, '3 mentions').waitFor();
    expect(await shownOn(visitor)).toEqual([]);
  });

  test('of one room become one that counts them, where there are many', async () => {
    const { ada, ben, room } = await aPair();
    await prefers(ada, room, { notify: 'ALL' });
    const visitor = await arrives(ada);
    await looksAway(visitor.page);
    for (let number = 1; number <= 7; number += 1) await ben.says(`Line ${String(number)}`, room);
    await expect
      .poll(() => shownOn(visitor))
      .toEqual([{ title: '7 new messages', body: `In ${room.name}`, tag: room.id }]);
  });

  test('that were not allowed say where that can be changed', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada, { isAllowed: false, answer: 'denied' });
    await ben.says(`Tea, @${ada.username}?`, room);
    await visitor.page.getByRole('button', { name: 'Turn on' }).click();
    await visitor.page.getByText('You can change that in the browser’s settings').waitFor();
    await looksGood(visitor, 'denied');
    await visitor.page.getByRole('button', { name: 'Got it' }).click();
  });
});

describe('do not disturb', () => {
  test('is turned on by keyboard alone, shows at one’s own face on all devices, keeps quiet, and ends', async () => {
    const { ada, ben, room } = await aPair();
    const [desk, phone] = [await arrives(ada), await arrives(ada)];
    const { page } = desk;
    await page.getByRole('button', { name: 'Account menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Do not disturb' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'Turn off the sound' }).waitFor();
    const choice = page.getByRole('menuitem', { name: 'For 1 hour' });
    await choice.waitFor();
    await looksGood(desk, 'do not disturb menu');
    await choice.press('Enter');
    for (const device of [desk, phone]) await device.page.getByText(/^\s*Do not disturb, until .*\d\d:\d\d/).waitFor();
    await looksGood(desk, 'do not disturb');
    await looksAway(page);
    await ben.says(`Tea, @${ada.username}?`, room);
    await linkTo(desk, room, '1 mention').waitFor();
    expect(await shownOn(desk)).toEqual([]);
    expect((await countedOn(desk)).sounds).toBe(0);
    await phone.page.getByRole('button', { name: 'Account menu' }).click();
    await phone.page.getByRole('menuitem', { name: 'Do not disturb' }).click();
    await phone.page.getByRole('menuitem', { name: 'End it now' }).click();
    await desk.page.getByRole('button', { name: /Do not disturb, until/ }).waitFor({ state: 'detached' });
    await ben.says(`Coffee, @${ada.username}?`, room);
    await expect.poll(() => shownOn(desk)).toHaveLength(1);
  });
});

describe('the settings', () => {
  test('are changed by keyboard alone, and show on another device at once', async () => {
    const { ada, ben, room } = await aPair();
    const visitor = await arrives(ada, { path: '/account/notifications' });
    const other = await arrives(ada, { path: '/account/notifications' });
    const { page } = visitor;
    await page.getByLabel('New keyword').fill('cake');
    await page.keyboard.press('Enter');
    await page.getByText('“cake” was added.').waitFor();
    await other.page.getByRole('button', { name: 'Remove cake' }).waitFor();
    await page.getByLabel('New keyword').fill('x');
    await page.keyboard.press('Enter');
    await page
      .getByText(/2 to 50|at least 2/)
      .first()
      .waitFor();
    await page.getByLabel('Keep quiet at certain times').press('Space');
    await page.getByLabel('From', { exact: true }).fill('22:00');
    await page.getByLabel('Until', { exact: true }).fill('06:30');
    await page.getByLabel('Sunday').press('Space');
    await page.getByRole('button', { name: 'Save quiet hours' }).press('Enter');
    await page.getByText('Your quiet hours were saved.').waitFor();
    await expect.poll(() => other.page.getByLabel('From', { exact: true }).inputValue()).toBe('22:00');
    expect(await other.page.getByLabel('Sunday').isChecked()).toBe(false);
    await page.getByLabel('Show what was said as well').press('Space');
    await expect.poll(() => other.page.getByLabel('Show what was said as well').isChecked()).toBe(true);
    await page.getByRole('combobox', { name: 'Sound' }).selectOption('No sound');
    await page.reload();
    await expect.poll(() => page.getByRole('combobox', { name: 'Sound' }).inputValue()).toBe('off');

    // And they hold: a keyword calls her, in silence.
    await page.getByLabel('Keep quiet at certain times').press('Space');
    await page.getByRole('button', { name: 'Save quiet hours' }).press('Enter');
    await page.getByText('Quiet hours are off.').waitFor();
    await page.goto(`${server.url}/chat`);
    await linkTo(visitor, room).waitFor();
    await looksAway(page);
    await ben.says('Who brings *cake*?', room);
    await expect.poll(() => shownOn(visitor)).toMatchObject([{ body: 'Who brings cake?' }]);
    expect((await countedOn(visitor)).sounds).toBe(0);
  });

  test.each([320, 390, 1440])(
    'have nothing that axe finds wrong, or that a finger cannot reach, at %i pixels',
    async (width) => {
      const { ada } = await aPair();
      await settings(ada, {
        keywords: ['cake', 'a rather long keyword that is fifty characters long.'.slice(0, 50)],
        quietHours: { from: '22:00', until: '06:30', days: ['MONDAY', 'FRIDAY'], timeZone: 'Asia/Tokyo' },
      });
      const visitor = await arrives(ada, { path: '/account/notifications', width, touch: width < 500 });
      await visitor.page.getByRole('heading', { name: 'Keywords' }).waitFor();
      await looksGood(visitor, 'settings');
      if (width < 500) {
        await expectWithinReach(visitor.page, 'settings');
        await expectNoSidewaysSwipe(visitor.page, 'settings');
      }
      await visitor.page.goto(`${server.url}/account`);
      await visitor.page.getByRole('link', { name: 'Open your notification settings' }).click();
      await visitor.page.waitForURL('**/account/notifications');
    },
  );
});

test('a message says why it notified its reader, or did not, and leads to the setting', async () => {
  const { ada, ben, room } = await aPair();
  await ben.says(`Tea, @${ada.username}?`, room);
  await ben.says('For nobody', room);
  const visitor = await arrives(ada, { room });
  const { page } = visitor;
  const why = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`^More actions for .*${text}`) }).press('Enter');
    await page.getByRole('menuitem', { name: 'Why was I (not) notified?' }).press('Enter');
    await page.getByRole('dialog').getByRole('heading').first().waitFor();
  };
  await why('Tea');
  await page.getByText('It mentions you.').waitFor();
  await looksGood(visitor, 'why');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await why('For nobody');
  await page.getByRole('heading', { name: 'You were not notified of this message' }).waitFor();
  await page.getByText('under “Notify me of”').waitFor();
  await page.keyboard.press('Escape');
});

test('the icon of the tab has a number for what is meant for her, and a dot for anything else', async () => {
  const { ada, ben, room } = await aPair();
  const visitor = await arrives(ada);
  const icon = (): Promise<string | null> => visitor.page.locator('link[rel="icon"]').getAttribute('href');
  expect(await icon()).toBe('icon.svg');
  await ben.says('Tea?', room);
  await expect.poll(icon).toMatch(/^data:image\/png/);
  const dot = await icon();
  await ben.says('Coffee?', room);
  await expect.poll(() => visitor.page.title()).toBe('(2) Tertulia');
  expect(await icon()).toBe(dot);
  await ben.says(`Milk, @${ada.username}?`, room);
  await expect.poll(icon).not.toBe(dot);
  // It counts on beside the chat as well.
  await visitor.page.getByRole('button', { name: 'Account menu' }).click();
  await visitor.page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect.poll(() => visitor.page.title()).toBe('(3) Your account · Tertulia');
});

interface Arrival {
  readonly isAllowed?: boolean;
  readonly answer?: NotificationPermission;
  readonly room?: RoomAnswer;
  readonly path?: string;
  readonly width?: number;
  readonly touch?: boolean;
}

/** At a page that may be heard, as somebody has clicked there. */
async function arrives(person: Person, arrival: Arrival = {}): Promise<Visitor> {
  const { isAllowed = true, answer = 'granted', room, width = 1280, touch = false } = arrival;
  const path = room ? `/chat/${room.id}` : (arrival.path ?? '/chat');
  const visitor = await Visitor.arrives(browser, server.url, { width, touch });
  await recordsNotifications(visitor, { before: isAllowed ? 'granted' : 'default', answer });
  // Of what came before its feed was there a page tells nothing.
  let caughtUp = 0;
  visitor.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('CAUGHT_UP')) caughtUp += 1;
    }),
  );
  await visitor.signsIn(person.username, PASSWORD);
  await expect.poll(() => caughtUp).toBeGreaterThan(0);
  caughtUp = 0;
  if (path !== '/chat') await visitor.page.goto(`${server.url}${path}`);
  if (path !== '/chat' && path.startsWith('/chat')) await expect.poll(() => caughtUp).toBeGreaterThan(0);
  if (room) await visitor.composer.click();
  return visitor;
}

async function aPair(): Promise<{ ada: Person; ben: Person; room: RoomAnswer }> {
  count += 1;
  const ada = await Person.registers(server, `ada-${String(count)}`, 'Ada Lovelace');
  const ben = await Person.registers(server, `ben-${String(count)}`, 'Ben Okri');
  const room = await ada.creates(`Kitchen ${String(count)}`);
  await ben.joins(room);
  return { ada, ben, room };
}

async function settings(person: Person, input: Record<string, unknown>): Promise<void> {
  const change = `mutation ($input: SetNotificationSettingsInput!) {
    setNotificationSettings(input: $input) { notificationSettings { showsText } }
  }`;
  await person.asks(change, { input });
}

function linkTo({ page }: Visitor, { name }: RoomAnswer, words = '') {
  return page.getByRole('link', { name: new RegExp(`^${name}\\b.*${words}`) });
}

/** Whether a tab is the only one that could notify: it has the lock, and none waits for it. */
function notifiesAlone(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return (
      [held, pending].map((locks) => locks.filter(({ name }) => name === 'tertulia-notifying-tab').length).join() ===
      '1,0'
    );
  });
}

async function looksGood(visitor: Visitor, name: string): Promise<void> {
  await draw(visitor.page, name);
  expect(await faultsOf(visitor), name).toEqual([]);
}

async function draw(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const folder = join(FOLDER, 'attention');
  mkdirSync(folder, { recursive: true });
  const screen = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of screen.width === 1280 ? [320, 390, 1440] : [screen.width]) {
    await page.setViewportSize({ width, height: screen.height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${name} ${String(width)} ${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(screen);
}

/** Whether it is this tab that notifies, of all that the browser has open. */
function notifies(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    navigator.locks.request(`asking-${crypto.randomUUID()}`, async (own) => {
      const { held = [] } = await navigator.locks.query();
      const tabOf = (name: string | undefined) => held.find((lock) => lock.name === name)?.clientId;
      return tabOf('tertulia-notifying-tab') === tabOf(own?.name);
    }),
  );
}
