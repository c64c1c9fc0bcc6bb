import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD } from '../support/people/person.js';
import { expectWithinReach } from '../support/browser/reach.js';
import { aScene } from '../support/people/scene.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

/** Where pictures go; without it they are only looked at by the test. */
const FOLDER = process.env.PICTURES;
const PANE = '.cdk-overlay-pane';
const TABLE = [
  '| Person | Breakfast | Luncheon | Afternoon | Supper | Address |',
  '|-|-|-|-|-|-|',
  `| Ada | Marmalade | Sandwiches | Coffee | Dumplings | https://example.org/${'long'.repeat(20)} |`,
].join('\n');

const server = await aSpawnedServer();
const browser = await aBrowser();
const { room, ada, ben } = await aScene(server, 'Sunday walk');

test('a name and a topic without spaces leave the preview of a room whole', async () => {
  const long = await createsWithTopic('N'.repeat(80), `https://example.org/${'t'.repeat(230)}`);
  const short = await createsWithTopic('Sewing', 'Who brings what; see https://example.org/very/long/link/about/it');
  const visitor = await arrives({ width: 390, height: 844, touch: true });
  await visitor.entersAsGuest('Otto', 'Elsewhere');
  for (const { id } of [long, short]) {
    await visitor.page.goto(`${server.url}/chat/${id}`);
    const join = visitor.page.getByRole('button', { name: 'Join room' });
    await join.waitFor();
    for (const screen of [size(390, 844), size(320, 568), size(568, 320)]) {
      await resize(visitor.page, screen);
      await draw(visitor, `preview ${id === long.id ? 'long' : 'short'}`);
      const { x, width } = await boxOf(visitor.page.locator('app-room-preview'));
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(screen.width);
      if (id === short.id) expect(bottomOf(await boxOf(join))).toBeLessThanOrEqual(screen.height);
      await expectWithinReach(visitor.page, 'preview', 'app-room-page');
    }
  }
});

test('the way in is in the first view of a small phone, and the form in that of a low window', async () => {
  const visitor = await arrives({ width: 320, height: 568, touch: true });
  await visitor.page.goto(server.url);
  const join = visitor.page.getByRole('button', { name: 'Join as a guest' });
  await join.waitFor();
  await draw(visitor, 'front');
  expect(bottomOf(await boxOf(join))).toBeLessThanOrEqual(568);
  await resize(visitor.page, size(568, 320));
  await draw(visitor, 'front');
  expect((await boxOf(visitor.page.getByRole('banner'))).height).toBeLessThanOrEqual(64);
  expect(bottomOf(await boxOf(visitor.page.getByLabel('Your nickname')))).toBeLessThanOrEqual(320);
});

test('the words of the theme switch stand in one line each', async () => {
  const visitor = await arrives({ width: 320, height: 568 });
  await visitor.page.goto(server.url);
  await visitor.page.getByText('Match system').waitFor();
  for (const screen of [size(320, 568), size(390, 844), size(1440, 900)]) {
    await resize(visitor.page, screen);
    const lines = await visitor.page.locator('app-theme-switch label').evaluateAll((labels) =>
      labels.map((label) => {
        const range = document.createRange();
        range.selectNodeContents(label.lastChild ?? label);
        return range.getClientRects().length;
      }),
    );
    expect(lines, String(screen.width)).toEqual([1, 1, 1]);
    const { x, width } = await boxOf(visitor.page.locator('app-theme-switch fieldset'));
    expect(x + width).toBeLessThanOrEqual(screen.width);
    expect(
      await visitor.page.locator('app-theme-switch fieldset').evaluate((it) => it.scrollWidth - it.clientWidth),
    ).toBe(0);
  }
});

test('dialogs and menus stay within the lowest window, with all that can be pressed', async () => {
  const visitor = await arrives({ width: 568, height: 320 });
  await visitor.signsIn('ada', PASSWORD);
  const { page } = visitor;
  const everywhere = async (name: string, role: 'dialog' | 'menu', button?: string): Promise<void> => {
    for (const screen of [size(390, 400), size(320, 300), size(568, 320), size(568, 180)]) {
      await resize(page, screen);
      await draw(visitor, name);
      const { y, height } = await boxOf(page.getByRole(role).locator('visible=true').last());
      expect(y, name).toBeGreaterThanOrEqual(0);
      expect(y + height, name).toBeLessThanOrEqual(screen.height);
      if (button !== undefined && screen.height >= 300)
        expect(bottomOf(await boxOf(page.getByRole('button', { name: button }))), name).toBeLessThanOrEqual(
          screen.height,
        );
      await expectWithinReach(page, `${name} at ${String(screen.width)}×${String(screen.height)}`, PANE);
    }
    await page.keyboard.press('Escape');
    await page.getByRole(role).waitFor({ state: 'detached' });
    await resize(page, size(568, 320));
  };
  await page.getByRole('button', { name: 'New room', exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
  await everywhere('new room', 'dialog', 'Create room');
  await page.getByRole('button', { name: 'Account menu' }).click();
  const signOut = page.getByRole('menuitem', { name: 'Sign out' });
  await signOut.waitFor();
  expect(bottomOf(await boxOf(signOut))).toBeLessThanOrEqual(320);
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('dialog').waitFor();
  await everywhere('shortcuts', 'dialog', 'Done');
});

test('a wide table keeps its words whole and is scrolled, and an address in it is broken', async () => {
  const kitchen = await ada.creates('Tables');
  await ada.says(`${TABLE}\n\n\`\`\`ts\nconst wide = ${'"far beyond the edge" + '.repeat(6)}"";\n\`\`\``, kitchen);
  const visitor = await arrives({ width: 320, height: 568, touch: true });
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${kitchen.id}`);
  await visitor.sees('Marmalade');
  for (const width of [320, 390]) {
    await resize(visitor.page, size(width, 568));
    await draw(visitor, 'table');
    const cells = await visitor.timeline.locator('th, td').evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return { text: cell.textContent, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size };
      }),
    );
    const words = cells.filter(({ text }) => !text.startsWith('https'));
    expect(words.filter(({ lines }) => lines > 1)).toEqual([]);
    expect(cells.find(({ text }) => text.startsWith('https'))?.lines).toBeGreaterThan(1);
    const table = visitor.timeline.locator('.table');
    expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeGreaterThan(0);
    expect((await boxOf(table)).width).toBeLessThanOrEqual(width);
    expect((await boxOf(visitor.timeline.locator('td').last())).width).toBeLessThanOrEqual(width);
  }
});

test('the dots of a message stand beside its first line, and an editor ends where the message box does', async () => {
  const kitchen = await ada.creates('Lines');
  await ada.says('Zero', kitchen);
  await ada.says('One', kitchen);
  await ada.says('Two\nlines\nor more', kitchen);
  const visitor = await arrives({ width: 390, height: 844, touch: true });
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${kitchen.id}`);
  await visitor.sees('or more');
  await draw(visitor, 'dots');
  const heights = await visitor.timeline.locator('app-message-view').evaluateAll((rows) =>
    rows.slice(1).map((row) => {
      const dots = row.querySelector('.tools .icon-button:last-child app-icon')?.getBoundingClientRect();
      return dots === undefined ? null : dots.top - row.getBoundingClientRect().top;
    }),
  );
  expect(heights).toHaveLength(2);
  expect(heights[0]).not.toBeNull();
  expect(heights[1]).toBeCloseTo(heights[0] ?? 0, 0);

  await visitor.page
    .getByRole('button', { name: /^More actions for/ })
    .last()
    .tap();
  await visitor.page.getByRole('menuitem', { name: 'Edit' }).tap();
  const editor = visitor.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.waitFor();
  await draw(visitor, 'editor');
  const right = async (): Promise<number[]> => {
    const frame = visitor.page.locator('app-message-editor .frame');
    const boxes = [await boxOf(frame), await boxOf(visitor.page.locator('app-composer form'))];
    return boxes.map(({ x, width }) => Math.round(x + width));
  };
  const [end = 0, wanted] = await right();
  expect(end).toBe(wanted);
  await resize(visitor.page, size(1024, 700));
  const [wide = 0, limit = 0] = await right();
  expect(wide).toBeLessThanOrEqual(limit);
});

test('while one writes in a low window, the files are counted and nothing lies over the name of the room', async () => {
  const visitor = await arrives({ width: 390, height: 400, touch: true });
  await visitor.entersAsGuest('Cleo', 'Low writing');
  const { page } = visitor;
  await visitor.attaches('LICENSE', 'README.md', 'SECURITY.md', 'CONTRIBUTING.md');
  await expect.poll(() => page.getByRole('button', { name: /^Remove/ }).count()).toBe(4);
  expect(bottomOf(await boxOf(page.getByText('4 files', { exact: true })))).toBeLessThanOrEqual(400);
  await draw(visitor, 'files');
  await visitor.composer.pressSequentially('Tea :co');
  await page.getByRole('option').first().waitFor();
  await draw(visitor, 'suggestions');
  const header = bottomOf(await boxOf(page.locator('app-room-header')));
  expect((await boxOf(page.getByRole('listbox'))).y).toBeGreaterThanOrEqual(header);
  expect((await boxOf(page.getByRole('listbox'))).height).toBeGreaterThanOrEqual(40);
});

test('what is offered for a text that is too long stands at the right, and the pill among the messages', async () => {
  const visitor = await arrives({ width: 320, height: 320, touch: true });
  await visitor.signsIn('ben', PASSWORD);
  const { page } = visitor;
  await page.goto(`${server.url}/chat/${room.id}`);
  await visitor.sees('Cake is on me.');
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'a'.repeat(10_000));
  await visitor.composer.focus();
  await page.keyboard.press('Control+V');
  const attach = page.getByRole('button', { name: 'Attach as a file' });
  await attach.waitFor();
  await visitor.scrollsUp();
  const pill = page.locator('app-timeline .pill');
  await draw(visitor, 'offer');
  expect((await boxOf(pill)).y).toBeGreaterThanOrEqual(bottomOf(await boxOf(page.locator('app-room-header'))));
  const dismiss = await boxOf(page.locator('.offer button').first());
  const form = await boxOf(page.locator('app-composer form'));
  const { x, y, width } = await boxOf(attach);
  expect(y).toBe(dismiss.y);
  expect(form.x + form.width - (x + width)).toBeLessThanOrEqual(16);
});

test('nothing shines through behind a picture, and no dead button lies on it', async () => {
  const visitor = await arrives({ width: 390, height: 844, touch: true });
  const two = await ben.creates('Two pictures');
  await visitor.hasSignedIn('ben', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${two.id}`);
  await visitor.attaches('docs/screenshot.png', 'docs/screenshot.png');
  await expect.poll(() => visitor.page.getByRole('button', { name: /^Remove/ }).count()).toBe(2);
  await visitor.page.getByRole('button', { name: 'Send', exact: true }).tap();
  await visitor.page
    .getByRole('button', { name: /^Open picture/ })
    .first()
    .tap();
  await visitor.page.getByRole('button', { name: 'Next picture' }).waitFor();
  await draw(visitor, 'picture');
  expect(await visitor.page.locator('.step').filter({ visible: true }).count()).toBe(1);
  const colour = await visitor.page
    .locator('.lightbox-backdrop')
    .evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(colour).toBe('rgb(15, 12, 8)');
});

test('on the smallest phone a device has its row, and its button is beneath it', async () => {
  const visitor = await arrives({ width: 320, height: 568, touch: true });
  await visitor.hasSignedIn('ben', PASSWORD);
  await visitor.page.goto(`${server.url}/account`);
  const row = visitor.page.getByRole('listitem').filter({ hasText: 'This browser' });
  await row.waitFor();
  await row.scrollIntoViewIfNeeded();
  await draw(visitor, 'account');
  const words = await boxOf(row.locator('.words'));
  expect(words.width).toBeGreaterThanOrEqual(180);
  expect((await boxOf(row.getByText('Sign out'))).y).toBeGreaterThanOrEqual(bottomOf(words));
});

function arrives(options: Parameters<typeof Visitor.arrives>[2]): Promise<Visitor> {
  return Visitor.arrives(browser, server.url, options);
}

async function createsWithTopic(name: string, topic: string): Promise<{ id: string }> {
  const create = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
  const answer = await ada.asks<{ createRoom: { room: { id: string } } }>(create, {
    input: { name, topic, visibility: 'PUBLIC' },
  });
  return answer.createRoom.room;
}

function size(width: number, height: number): { width: number; height: number } {
  return { width, height };
}

/** Until the page has been laid out for the window. */
async function resize(page: Page, screen: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(screen);
  await page.waitForFunction(({ width }) => window.innerWidth === width, screen);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

function bottomOf({ y, height }: { y: number; height: number }): number {
  return y + height;
}

async function draw({ page }: Visitor, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(join(FOLDER, 'low'), { recursive: true });
  const { width, height } = page.viewportSize() ?? size(0, 0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = `${name.replaceAll(' ', '-')}-${String(width)}-${String(height)}-${colorScheme}.png`;
    await page.screenshot({ path: join(FOLDER, 'low', file) });
  }
}
