import { expect, test } from 'vitest';
import { aPdf } from '../support/files/a-pdf.js';
import { type Content, upload } from '../support/files/uploads.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { faultsOf } from '../support/browser/axe.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();
const ada = await Person.registers(server, 'ada', 'Ada Lovelace');
const room = await ada.creates('Sunday walk');

test('a text is read where it was sent, by keyboard alone, and nothing in it is run', async () => {
  await sends('notes.txt', 'Bring layers.\n<script>document.title = "run"</script>\n');
  const { page } = await inTheRoom();
  const card = page.getByRole('button', { name: 'Read notes.txt' });
  await card.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'notes.txt' });
  await dialog.getByText('Bring layers.').waitFor();
  expect(await dialog.locator('pre').textContent()).toContain('<script>');
  expect(await page.title()).not.toBe('run');
  expect(await dialog.getByRole('link', { name: 'Download notes.txt' }).count()).toBe(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('app-document-card button:focus').waitFor();
});

test('of a long text the beginning is shown, and said to be no more than that', async () => {
  await sends('log.txt', 'é'.repeat(200_000) + '\nThe end.');
  const { page } = await inTheRoom();
  await page.getByRole('button', { name: 'Read log.txt' }).click();
  await page.getByText('This is the beginning of it.').waitFor();
  // Cut in the middle of a letter, which is left out.
  expect(await page.getByRole('dialog').locator('pre').textContent()).toMatch(/^é+$/);
});

test('the pages of a PDF are drawn as they come near, with words that can be selected', async () => {
  const pages = ['The plan of the walk', ...Array.from({ length: 40 }, (_, n) => `Page of day ${String(n + 2)}`)];
  await sends('plan.pdf', aPdf(pages));
  const { page } = await inTheRoom();
  await page.getByRole('button', { name: 'Read plan.pdf' }).click();
  const first = page.getByRole('group', { name: 'Page 1 of 41' });
  await first.getByText('The plan of the walk').waitFor();
  await expect.poll(() => first.locator('canvas').evaluate(isDrawnOn)).toBe(true);
  const last = page.getByRole('group', { name: 'Page 41 of 41' });
  expect(await last.locator('canvas').count()).toBe(0);
  await last.scrollIntoViewIfNeeded();
  await last.getByText('Page of day 41').waitFor();
  // What is far away by now is let go.
  await expect.poll(() => first.locator('canvas').count()).toBe(0);
});

test('on the smallest phone a page is as wide as the screen, and nothing moves sideways', async () => {
  await sends('small.pdf', aPdf(['The plan of the walk']));
  const visitor = await inTheRoom({ width: 320, touch: true });
  const { page } = visitor;
  await page.getByRole('button', { name: 'Read small.pdf' }).tap();
  const sheet = page.getByRole('group', { name: 'Page 1 of 1' });
  await sheet.getByText('The plan of the walk').waitFor();
  const box = await sheet.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  expect(await faultsOf(visitor)).toEqual([]);
});

test('a PDF that is broken, or not there any more, says so and can still be downloaded', async () => {
  await sends('broken.pdf', Buffer.from('%PDF-1.7\nnothing of it\n'));
  const { page } = await inTheRoom();
  await page.getByRole('button', { name: 'Read broken.pdf' }).click();
  await page.getByText('This document couldn’t be shown.').waitFor();
  await page.getByRole('dialog').getByRole('link', { name: 'Download broken.pdf' }).waitFor();
});

test('what is neither is downloaded as before', async () => {
  await sends('walk.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const { page } = await inTheRoom();
  await page.getByRole('link', { name: 'Download walk.gz' }).waitFor();
  expect(await page.getByRole('button', { name: 'Read walk.gz' }).count()).toBe(0);
});

async function sends(name: string, bytes: Content): Promise<RoomAnswer> {
  const { id } = await upload(ada, room, name, bytes);
  await ada.says(`Here is ${name}`, room, { attachmentIds: [id] });
  return room;
}

async function inTheRoom(options: { width?: number; touch?: boolean } = {}): Promise<Visitor> {
  const visitor = await Visitor.arrives(browser, server.url, options);
  await visitor.hasSignedIn('ada', PASSWORD);
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  return visitor;
}

/** Runs in the page: whether anything but white is on it. */
function isDrawnOn(canvas: Element): boolean {
  if (!(canvas instanceof HTMLCanvasElement)) return false;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return pixels.some((value, index) => index % 4 === 0 && value < 100);
}
