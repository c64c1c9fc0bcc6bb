import { expect, test } from 'vitest';
import { Person } from '../support/people/person.js';
import { chunk } from '../support/files/png.js';
import { aServer } from '../support/servers/server.js';
import { aBitmap, aPlainPicture, type Content, picture, upload } from '../support/files/uploads.js';
import { aBrowser, Visitor } from '../support/browser/visitor.js';

const server = await aServer();
const browser = await aBrowser();

const small: [string, number, number, () => Promise<Content>][] = [
  ['dot.png', 1, 1, () => png(1, 1)],
  ['icon.png', 24, 24, () => png(24, 24)],
  ['badge.png', 120, 30, () => png(120, 30)],
  ['rule.png', 1600, 4, () => png(1600, 4)],
  ['thread.png', 4, 1600, () => png(4, 1600)],
];

for (const density of [1, 2]) {
  test(`no picture is shown larger than it is, and each can be hit, with ${String(density)} pixels to a point`, async () => {
    const ada = await Person.registers(server, `ada.small.${String(density)}`);
    const room = await ada.creates(`Small things ${String(density)}`);
    for (const [name, , , make] of small) {
      const { id } = await upload(ada, room, name, await make());
      await ada.says(`Here is ${name}`, room, { attachmentIds: [id] });
    }
    const visitor = await Visitor.arrives(browser, server.url, { density });
    await visitor.hasSignedIn(`ada.small.${String(density)}`, 'a long password');
    await visitor.page.goto(`${server.url}/chat/${room.id}`);
    for (const [name, width, height] of small) {
      const button = visitor.page.getByRole('button', { name: `Open picture ${name}` });
      const image = await boxOf(button.getByRole('img'));
      expect(image.width, name).toBeGreaterThan(0);
      expect(image.width, name).toBeLessThanOrEqual(width);
      expect(image.height, name).toBeLessThanOrEqual(height);
      const frame = await boxOf(button);
      expect(Math.min(frame.width, frame.height), name).toBeGreaterThanOrEqual(24);
    }
  });
}

test('small pictures side by side keep their size as well', async () => {
  const ada = await Person.registers(server, 'ada.several');
  const room = await ada.creates('Several');
  const files = [
    await upload(ada, room, 'one.png', await png(16, 16)),
    await upload(ada, room, 'two.png', await png(900, 600)),
  ];
  await ada.says('Two of them', room, { attachmentIds: files.map(({ id }) => id) });
  const visitor = await Visitor.arrives(browser, server.url, { width: 390 });
  await visitor.hasSignedIn('ada.several', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  const images = visitor.page.getByRole('button', { name: /^Open picture/ }).getByRole('img');
  await images.nth(1).waitFor();
  expect(await boxOf(images.nth(0))).toMatchObject({ width: 16, height: 16 });
  expect((await boxOf(images.nth(1))).width).toBeGreaterThan(100);
});

test('what a browser shows as a picture is one: a moving PNG and a BMP', async () => {
  const ada = await Person.registers(server, 'ada.kinds');
  const room = await ada.creates('Kinds');
  for (const [name, content] of [
    ['moving.png', aMovingPng(await png(60, 40))],
    ['tiles.bmp', aBitmap(60, 40)],
  ] as const) {
    const { id } = await upload(ada, room, name, content);
    await ada.says(`Here is ${name}`, room, { attachmentIds: [id] });
  }
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.kinds', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  for (const name of ['moving.png', 'tiles.bmp']) {
    const image = visitor.page.getByRole('button', { name: `Open picture ${name}` }).getByRole('img');
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(60);
    expect(await boxOf(image), name).toMatchObject({ width: 60, height: 40 });
  }
});

test('a drawing that could hold scripts, and a picture that is none, are documents to download', async () => {
  const ada = await Person.registers(server, 'ada.others');
  const room = await ada.creates('Others');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
  // Its beginning says that it is a picture of a size, and nothing of it can be drawn.
  const broken = Buffer.concat([(await png(50, 50)).subarray(0, 33), Buffer.alloc(200, 7)]);
  const files = [await upload(ada, room, 'drawing.svg', drawing), await upload(ada, room, 'broken.png', broken)];
  for (const { id } of files) await ada.says('Have a look', room, { attachmentIds: [id] });
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.others', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  for (const { name } of files) await visitor.page.getByRole('link', { name: `Download ${name}` }).waitFor();
  expect(await visitor.page.getByRole('button', { name: /^Open picture/ }).count()).toBe(0);
});

test('a picture of very many pixels is shown small, or said to be too large to show', async () => {
  const ada = await Person.registers(server, 'ada.vast');
  const room = await ada.creates('Vast');
  const photograph = await upload(ada, room, 'ridge.jpg', await aPlainPicture(11_000, 9000).jpeg().toBuffer());
  const passes = await aPlainPicture(11_000, 9000).jpeg({ progressive: true }).toBuffer();
  const slow = await upload(ada, room, 'passes.jpg', passes);
  for (const { id } of [photograph, slow]) await ada.says('Have a look', room, { attachmentIds: [id] });
  const visitor = await Visitor.arrives(browser, server.url);
  await visitor.hasSignedIn('ada.vast', 'a long password');
  await visitor.page.goto(`${server.url}/chat/${room.id}`);
  const image = visitor.page.getByRole('button', { name: 'Open picture ridge.jpg' }).getByRole('img');
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(640);
  const card = visitor.page.locator('app-document-card').filter({ hasText: 'passes.jpg' });
  expect(await card.textContent()).toContain('11000 × 9000 pixels, too large to show here');
});

async function png(width: number, height: number): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await picture(width, height).png().toBuffer());
}

/** A PNG that says that it moves (an acTL chunk before its picture); what it shows is its one picture. */
function aMovingPng(still: Buffer): Buffer<ArrayBuffer> {
  const head = still.subarray(0, 33);
  const control = Buffer.alloc(26);
  control.writeUInt32BE(still.readUInt32BE(16), 4);
  control.writeUInt32BE(still.readUInt32BE(20), 8);
  control.writeUInt16BE(1, 20);
  control.writeUInt16BE(10, 22);
  const moves = Buffer.concat([chunk('acTL', Buffer.from('0000000100000000', 'hex')), chunk('fcTL', control)]);
  return Buffer.concat([head, moves, still.subarray(33)]);
}

async function boxOf(place: ReturnType<Visitor['page']['locator']>): Promise<{ width: number; height: number }> {
  await place.waitFor();
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}
