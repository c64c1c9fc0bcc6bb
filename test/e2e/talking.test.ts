import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { aServer } from '../support/servers/server.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();
const folder = mkdtempSync(join(tmpdir(), 'tertulia-pictures-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('two who type the same room name are talking to each other, in two browsers', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Kitchen');
  const benName = await ben.entersAsGuest('Ben', 'kitchen');
  await ada.page.getByText(`${benName} joined.`).waitFor();

  await ada.says('Is there **coffee** left?');
  await ben.sees('Is there coffee left?');
  expect(await ben.messages('Is there coffee left?').getByRole('strong').textContent()).toBe('coffee');
  await ben.says('Half a pot. :coffee:');
  await ada.sees('Half a pot. ☕');
  await ada.page.getByText('2 here').waitFor();
});

test('Ada shares a picture, Ben sees it, opens it large, and closes it with the keyboard', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Gallery');
  await ben.entersAsGuest('Ben', 'Gallery');
  await ada.attaches(await aPicture('sunset.png'));
  await ada.page.getByRole('button', { name: 'Remove sunset.png' }).waitFor();
  await ada.says('Look at this');

  const picture = ben.page.getByRole('button', { name: 'Open picture sunset.png' });
  await picture.getByRole('img').waitFor();
  expect(await drawnWidthOf(picture.getByRole('img'))).toBeGreaterThan(0);
  await picture.click();
  const large = ben.page.getByRole('dialog').getByRole('img');
  await expect.poll(() => drawnWidthOf(large)).toBe(1200);
  await ben.page.keyboard.press('Escape');
  await large.waitFor({ state: 'detached' });
});

test('a video plays and seeks in place, and a document shows its name and size', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Cinema');
  await ada.attaches('scripts/demo/evening.webm', 'LICENSE');
  await ada.page.getByRole('button', { name: 'Remove LICENSE' }).waitFor();
  await ada.page.getByRole('button', { name: 'Remove evening.webm' }).waitFor();
  await ada.says('Tonight');

  const video = ada.page.locator('video');
  await video.waitFor();
  const reached = await video.evaluate(async (element) => {
    const film = element as HTMLVideoElement;
    film.muted = true;
    await film.play();
    film.pause();
    const seeked = new Promise((resolve) => {
      film.addEventListener('seeked', resolve, { once: true });
    });
    film.currentTime = 1;
    await seeked;
    return film.currentTime;
  });
  expect(reached).toBeCloseTo(1, 1);
  const document = ada.messages('Tonight').locator('app-document-card').filter({ hasText: 'LICENSE' });
  expect(await document.textContent()).toMatch(/LICENSE[\s\S]*kB|KB/);
});

test('what Ada edits changes for Ben, and what she deletes is gone', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Second thoughts');
  await ben.entersAsGuest('Ben', 'Second thoughts');
  await ada.says('See you at sx');
  await ben.sees('See you at sx');

  await ada.composer.press('ArrowUp');
  const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('See you at six');
  await editor.press('Enter');
  await ben.sees('See you at six');
  await ben.messages('See you at six').getByText('edited').waitFor();
  expect(await ben.page.getByRole('button', { name: /^Delete .*message/ }).count()).toBe(0);

  await ada.messages('See you at six').hover();
  await ada.page.getByRole('button', { name: /^Delete .*message/ }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await ben.page.getByText('This message was deleted.').waitFor();
});

test('what Ada is rewriting is not taken from her by what happens meanwhile', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Desk');
  await ben.entersAsGuest('Ben', 'Desk');
  await ada.says('A first try');
  await ada.sees('A first try');
  await ada.composer.press('ArrowUp');
  const editor = ada.page.getByRole('textbox', { name: 'Edit your message' });
  await editor.fill('A much better one');
  // All messages are rendered anew when the first shortcode comes.
  await ben.says('Anybody for :tea:');
  await ada.sees('Anybody for 🍵');
  expect(await editor.inputValue()).toBe('A much better one');
});

test('what is written from right to left stands so, and code in it does not', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Library');
  await ada.composer.fill('مرحبا، كيف حالك؟ Hello.');
  expect(await directionOf(ada.composer)).toBe('rtl');
  await ada.says('مرحبا، كيف حالك؟ Hello.\n\n```\nif (a) b();\n```');
  await ada.sees('مرحبا');
  expect(await directionOf(ada.messages('مرحبا').getByText('مرحبا'))).toBe('rtl');
  expect(await directionOf(ada.messages('مرحبا').getByText('if (a)'))).toBe('ltr');
  await ada.says('Hello, مرحبا.');
  expect(await directionOf(ada.messages('Hello, مرحبا').getByText('Hello, مرحبا'))).toBe('ltr');
});

test('a file of a kind that is not taken is not offered to be sent again', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Counter');
  const json = { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Files of this type are not allowed here.' };
  await ada.page.route('**/upload/**', (route) => route.fulfill({ status: 415, json }));
  await ada.attaches('LICENSE');
  await ada.page.getByText('Files of this type are not allowed here.').waitFor();
  expect(await ada.page.getByRole('button', { name: 'Upload LICENSE again' }).count()).toBe(0);
  await ada.page.getByRole('button', { name: 'Remove LICENSE' }).click();
  await ada.page.getByText('Files of this type').waitFor({ state: 'detached' });
});

test('a screen reader hears new messages from one polite region', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Quiet corner');
  const benName = await ben.entersAsGuest('Ben', 'Quiet corner');
  await ben.says('Psst');
  const region = ada.page.locator('app-root > [aria-live=polite]');
  await expect.poll(() => region.textContent()).toBe(`${benName}: Psst`);
  expect(await ada.timeline.getAttribute('aria-live')).toBe(null);
});

test('markup that could run anything does not', async () => {
  const ada = await Visitor.arrives(browser, server.url);
  const ben = await Visitor.arrives(browser, server.url);
  await ada.entersAsGuest('Ada', 'Laboratory');
  await ben.entersAsGuest('Ben', 'Laboratory');
  await ada.says(
    '<img src=x onerror="document.title=1"> [go](javascript:document.title=1) [tea](https://example.org/tea) <script>document.title=1</script> end',
  );
  await ben.sees('end');
  const message = ben.messages('end');
  expect(await message.locator('img, script').count()).toBe(0);
  expect(await message.locator('a[href^="javascript"]').count()).toBe(0);
  const link = message.getByRole('link', { name: 'tea' });
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('rel')).toContain('noopener');
  expect(await ben.page.title()).not.toBe('1');
});

async function aPicture(name: string): Promise<string> {
  const path = join(folder, name);
  const sky = { create: { width: 1200, height: 800, channels: 3 as const, background: '#e3a55c' } };
  const sun = { create: { width: 180, height: 180, channels: 3 as const, background: '#fff0cc' } };
  await sharp(sky)
    .composite([{ input: await sharp(sun).png().toBuffer(), left: 700, top: 420 }])
    .png()
    .toFile(path);
  return path;
}

function drawnWidthOf(image: ReturnType<Visitor['page']['locator']>): Promise<number> {
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
}

function directionOf(place: ReturnType<Visitor['page']['locator']>): Promise<string> {
  return place.evaluate((element) => getComputedStyle(element).direction);
}
