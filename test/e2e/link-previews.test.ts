import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { faultsOf } from '../support/browser/axe.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { previewsMadeOf } from '../support/people/link-previews.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { knowsNames, settingsToAsk, WebSite } from '../support/servers/web-site.js';

/** Where pictures of the pages go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;

const site = await WebSite.opens();
const server = await aServer(settingsToAsk(site));
knowsNames(server, {
  'a-host-with-a-very-long-name-that-does-not-fit-into-any-card-on-a-phone.example.site.test': ['127.0.0.1'],
});
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const ben = await Person.registers(server, 'ben', 'Ben Okri');

site.hasPicture('/ridge.jpg', await drawn(1200, 630), 'image/jpeg');
site.hasPicture('/cover.jpg', await drawn(300, 300), 'image/jpeg');
const RIDGE = site.hasPage(
  '/ridge',
  `<title>The ridge, from end to end: two days, one hut, no shop</title><meta property="og:image" content="/ridge.jpg">
   <meta name="description" content="Take the early train. There is water at the second saddle, and nowhere else until the hut, so that everybody has to carry two litres; the way down is steep.">`,
);
const SONG = site.hasPage(
  '/song',
  '<title>فيروز – نسّم علينا الهوا</title><meta name="description" content="أغنية من كلمات الأخوين رحباني وألحانهما"><meta property="og:image" content="/cover.jpg">',
);
const WORDS = site.hasPage('/words', `<title>${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}</title>`);

test('what Ada links to shows below her message for everybody, asks no other server, and is gone for all once she takes it away', async () => {
  const room = await aRoom('Hikers');
  await ada.says('Where do we go?', room);
  const [adas, bens] = [await arrives('ada', room), await arrives('ben', room)];
  await adas.says(`This one: ${RIDGE}`);
  for (const visitor of [adas, bens]) {
    const card = cards(visitor).first();
    await card.getByRole('link', { name: /^The ridge, from end to end/ }).waitFor();
    expect(await card.getByText('site.test').textContent()).toContain(`site.test:${String(site.port)}`);
    await expect.poll(() => pictureIn(card)).toBe(800);
    // Whoever was at the end still is.
    await expect.poll(() => isInView(card)).toBe(true);
  }
  const link = cards(bens).first().getByRole('link');
  expect(await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target, a.rel])).toEqual([
    ...[RIDGE, '_blank', 'noopener noreferrer nofollow'],
  ]);
  await bens.page.getByRole('button', { name: /^More actions for Ada Lovelace’s message “This one/ }).click();
  await bens.page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
  expect(await bens.page.getByRole('menuitem', { name: /link preview/ }).count()).toBe(0);
  await bens.page.keyboard.press('Escape');

  await adas.page.getByRole('button', { name: /^More actions for your message “This one/ }).click();
  await adas.page.getByRole('menuitem', { name: 'Remove link preview' }).click();
  await adas.page.getByRole('alertdialog').getByText('won’t come back').waitFor();
  await adas.page.getByRole('button', { name: 'Remove', exact: true }).click();
  for (const visitor of [adas, bens]) await expect.poll(() => cards(visitor).count()).toBe(0);
  await bens.page.reload();
  await bens.sees('This one');
  expect(await cards(bens).count()).toBe(0);
});

test('a card has its place before its picture has come, and keeps it where the picture never comes', async () => {
  const room = await aRoom('Slow');
  await previewsMadeOf(ada, await ada.says(RIDGE, room));
  const bens = await arrives('ben', room, {}, async (visitor) => {
    await visitor.page.route('**/uploads/previews/*', () => undefined);
  });
  const card = cards(bens).first();
  await card.getByRole('link').waitFor();
  const before = await card.boundingBox();
  await bens.page.unrouteAll({ behavior: 'ignoreErrors' });
  await bens.page.reload();
  await expect.poll(() => pictureIn(cards(bens).first())).toBe(800);
  expect((await cards(bens).first().boundingBox())?.height).toBe(before?.height);
  expect(before?.height).toBeGreaterThan(250);
  await bens.page.route('**/uploads/previews/*', (route) => route.fulfill({ status: 404 }));
  const fresh = await arrives('ben', room, {}, async (visitor) => {
    await visitor.page.route('**/uploads/previews/*', (route) => route.fulfill({ status: 404 }));
  });
  await cards(fresh).first().locator('app-icon').waitFor();
  expect((await cards(fresh).first().boundingBox())?.height).toBe(before?.height);
});

test.each([
  [320, false],
  [390, true],
  [1440, false],
  [1440, true],
])('cards fit at %d pixels (dark: %s), in every script, and are named for those who hear them', async (width, dark) => {
  const room = await aRoom(`Links ${String(width)} ${String(dark)}`);
  await previewsMadeOf(ada, await ada.says(`Three: ${RIDGE} ${SONG} ${WORDS}`, room), 3);
  const long = 'a-host-with-a-very-long-name-that-does-not-fit-into-any-card-on-a-phone.example.site.test';
  await ben.says(`Nothing at http://${long}/`, room);
  const visitor = await arrives('ben', room, { width, dark });
  await expect.poll(() => cards(visitor).count()).toBe(3);
  await expect.poll(() => pictureIn(cards(visitor).first())).toBe(800);
  if (FOLDER !== undefined) {
    mkdirSync(FOLDER, { recursive: true });
    await cards(visitor).first().scrollIntoViewIfNeeded();
    await visitor.page.screenshot({
      path: join(FOLDER, `link-previews-${String(width)}-${dark ? 'dark' : 'light'}.png`),
    });
  }
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectWithinReach(visitor.page, 'link previews');
  expect(await faultsOf(visitor)).toEqual([]);
  const directions = await cards(visitor).evaluateAll((all) =>
    all.map((card) => getComputedStyle(card.querySelector('a') ?? card).direction),
  );
  expect(directions).toEqual(['ltr', 'rtl', 'ltr']);
  // By keyboard: into the message, and on to what it links to.
  if (width < 1440) return;
  await visitor.messages('Three:').focus();
  const stops: (string | null)[] = [];
  for (let tab = 0; tab < 30 && !stops.includes('The ridge, from end to end: two days, one hut, no shop'); tab += 1) {
    await visitor.page.keyboard.press('Tab');
    stops.push(await visitor.focused());
  }
  expect(stops).toContain('The ridge, from end to end: two days, one hut, no shop');
});

async function aRoom(name: string): Promise<RoomAnswer> {
  const room = await ada.creates(name);
  await ada.adds(ben, room);
  return room;
}

async function arrives(
  who: 'ada' | 'ben',
  room: RoomAnswer,
  options: Parameters<typeof Visitor.arrives>[2] = {},
  before: (visitor: Visitor) => Promise<void> = () => Promise.resolve(),
): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.signsIn(who, PASSWORD);
  await before(visitor);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  await visitor.composer.waitFor();
  await visitor.timeline.getByRole('article').first().waitFor();
  return visitor;
}

function cards(visitor: Visitor): Locator {
  return visitor.timeline.getByRole('list', { name: 'Link previews' }).getByRole('listitem');
}

/** How wide the picture is that has come; 0 before. */
function pictureIn(card: Locator): Promise<number> {
  return card.locator('img').evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0));
}

async function isInView(card: Locator): Promise<boolean> {
  return card.evaluate((element) => {
    const frame = element.closest('.scroller')?.getBoundingClientRect();
    const { bottom } = element.getBoundingClientRect();
    return frame !== undefined && bottom <= frame.bottom + 1;
  });
}

function drawn(width: number, height: number): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 63" preserveAspectRatio="none" width="${String(width)}" height="${String(height)}">
    <rect width="120" height="63" fill="#f2c38b"/><path d="M0 50 30 20 52 44 80 12 120 52V63H0Z" fill="#44617b"/><path d="M0 58 40 42 75 55 120 46V63H0Z" fill="#2f4234"/></svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}
