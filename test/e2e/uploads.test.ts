import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aMoodyProxy, type Mood } from '../support/browser/moody-proxy.js';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';
import { firstOf } from '../support/chance/rounds.js';

const server = await aServer();
const proxy = await aMoodyProxy(server);
const browser = await aBrowser();
const folder = mkdtempSync(join(tmpdir(), 'tertulia-uploads-'));
const letter = join(folder, 'letter.txt');
writeFileSync(letter, 'Dear Ben,\n'.repeat(20_000));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  proxy.moods = ['passes'];
  proxy.uploads.length = 0;
  proxy.offsets.length = 0;
  proxy.mostAtOnce = 0;
});

describe('what may be over in a moment is tried again by itself, and arrives', () => {
  test.each(
    firstOf<[string, Mood[]]>(
      [
        ['a line that is reset midway', ['resets-midway', 'resets-midway', 'passes']],
        ['a proxy that lost patience', [{ status: 408 }, 'passes']],
        ['a server that is restarting behind a proxy', [{ status: 502 }, { status: 503 }, { status: 504 }, 'passes']],
        ['a proxy that asks to come later', [{ status: 429, headers: { 'retry-after': '2' } }, 'passes']],
      ],
      2,
    ),
  )('%s', async (name, moods) => {
    proxy.moods = moods;
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', name.slice(0, 40));
    await ada.attaches(letter);
    await ada.page.getByText('Trying again …').waitFor();
    expect(await ada.page.getByText('connection was lost').count()).toBe(0);
    await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
    expect(proxy.uploads).toHaveLength(moods.length);
    expect(shortestPause()).toBeGreaterThanOrEqual(name.includes('later') ? 2000 : 1000);
    await ada.says('Here it is');
    await ada
      .messages('Here it is')
      .getByRole('link', { name: /letter\.txt/ })
      .waitFor();
  });
});

test('a token that the server does not take any more is renewed, and the upload arrives', async () => {
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.entersAsGuest('Ada', 'Expired');
  server.clock.advance({ minutes: 20 });
  const refused = ada.page.waitForResponse((answer) => answer.url().includes('/upload/') && answer.status() === 401);
  await ada.attaches(letter);
  await refused;
  await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
  expect(proxy.uploads).toHaveLength(1);
});

describe('what does not pass by itself is said, in words, and may be tried again', () => {
  test.each(
    firstOf<[string, Mood, RegExp]>(
      [
        ['a proxy that takes no file of this size', { status: 413 }, /A file of 195 KB is too large to get through/],
        ['a proxy that refuses', { status: 403 }, /refused on its way to the server \(403\)/],
        ['a page of a hotel', { status: 200, body: '<h1>Welcome!</h1>' }, /Something else answered/],
        ['a wait of an hour', { status: 429, headers: { 'retry-after': '3600' } }, /Too many uploads/],
      ],
      2,
    ),
  )('%s', async (name, mood, words) => {
    proxy.moods = [mood, 'passes'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', name.slice(0, 40));
    await ada.attaches(letter);
    await ada.page.getByRole('alert').getByText(words).waitFor();
    expect(proxy.uploads).toHaveLength(1);
    await ada.page.getByRole('button', { name: 'Upload letter.txt again' }).click();
    await ada.page.getByRole('button', { name: 'Upload letter.txt again' }).waitFor({ state: 'detached' });
    await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
    expect(proxy.uploads).toHaveLength(2);
  });

  test('a line that is reset for ever: a few attempts, each later than the one before', async () => {
    proxy.moods = ['resets-midway'];
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'For ever');
    await ada.attaches(letter);
    await ada.page.getByRole('alert').getByText('The upload was interrupted.').waitFor({ timeout: 60_000 });
    expect(proxy.uploads).toHaveLength(5);
    expect(shortestPause()).toBeGreaterThanOrEqual(1000);
    await ada.page.getByRole('button', { name: 'Upload letter.txt again' }).waitFor();
    await ada.page.getByRole('button', { name: 'Remove letter.txt' }).click();
    await ada.page.getByText('The upload was interrupted.').waitFor({ state: 'detached' });
  });
});

test('a line on which nothing moves any more is given up after a minute, and the file arrives on another one', async () => {
  proxy.moods = ['is-silent', 'passes'];
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.page.clock.install();
  await ada.entersAsGuest('Ada', 'Silence');
  await ada.attaches(letter);
  await expect.poll(() => proxy.uploads.length).toBe(1);
  await ada.page.clock.fastForward(30_000);
  expect(proxy.uploads).toHaveLength(1);
  await ada.page.clock.fastForward(31_000);
  await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
  expect(proxy.uploads).toHaveLength(2);
});

test('without a connection a file waits, and arrives when it is back', async () => {
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.entersAsGuest('Ada', 'Tunnel');
  await ada.context.setOffline(true);
  await ada.attaches(letter);
  await ada.page.getByText('Trying again …').waitFor();
  await ada.page.getByText('Connection lost.').waitFor();
  await ada.context.setOffline(false);
  await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
});

describe('a file that cannot be read is told as such, not as a lost connection, and cannot be tried again', () => {
  test('because it was changed or deleted after it was chosen', async () => {
    proxy.moods = ['resets-midway', 'passes'];
    const fleeting = join(folder, 'fleeting.txt');
    const changing = join(folder, 'changing.txt');
    for (const path of [fleeting, changing]) writeFileSync(path, 'Here for a moment');
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Fleeting');
    await ada.page.route('**/upload/**', (route) => route.abort());
    await ada.attaches(fleeting, changing);
    await expect.poll(() => ada.page.getByText('Trying again …').count()).toBe(2);
    rmSync(fleeting);
    writeFileSync(changing, 'Another one by now, and longer');
    await ada.page.unroute('**/upload/**');
    await expect.poll(() => ada.page.getByText('This file can’t be read any more.').count()).toBe(2);
    expect(await ada.page.getByRole('button', { name: /again$/ }).count()).toBe(0);
    await ada.page.getByRole('button', { name: 'Remove fleeting.txt' }).click();
    await ada.page.getByRole('button', { name: 'Remove changing.txt' }).click();
    await ada.says('Never mind');
    await ada.sees('Never mind');
  });

  test('because it is a folder', async () => {
    mkdirSync(join(folder, 'Holidays'));
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Folders');
    await drops(ada, [join(folder, 'Holidays'), letter]);
    await ada.page.getByText('Folders can’t be sent. Choose the files inside it.').waitFor();
    await ada.page.getByRole('button', { name: 'Remove letter.txt' }).waitFor();
    expect(await ada.page.getByRole('button', { name: 'Upload Holidays again' }).count()).toBe(0);
    await ada.page.getByRole('button', { name: 'Remove Holidays' }).click();
  });

  test('because it is empty', async () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const ada = await Visitor.arrives(browser, proxy.url);
    await ada.entersAsGuest('Ada', 'Emptiness');
    await ada.attaches(join(folder, 'empty.txt'));
    await ada.page.getByText('This file is empty.').waitFor();
    expect(proxy.uploads).toHaveLength(0);
  });
});

test('many files arrive all, a few at a time', async () => {
  const ada = await Visitor.arrives(browser, proxy.url);
  await ada.entersAsGuest('Ada', 'Moving house');
  const paths = Array.from({ length: 10 }, (_, index) => join(folder, `box-${String(index)}.txt`));
  for (const path of paths) writeFileSync(path, `What was in ${path}\n`.repeat(1000));
  await ada.attaches(...paths);
  await expect.poll(() => ada.page.getByRole('button', { name: /^Remove box-/ }).count()).toBe(10);
  expect(proxy.uploads).toHaveLength(10);
  expect(proxy.mostAtOnce).toBeLessThanOrEqual(3);
});

function shortestPause(): number {
  const pauses = proxy.uploads.slice(1).map((at, index) => at - (proxy.uploads[index] ?? 0));
  return Math.min(...pauses);
}

/** Files and folders of this machine, dragged from its file manager onto the room. */
async function drops({ context, page, timeline }: Visitor, files: readonly string[]): Promise<void> {
  const box = await timeline.boundingBox();
  if (!box) throw new Error('There is no room to drop anything into.');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const devTools = await context.newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, ...place, data });
}
