import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database, query } from '#server/database/index.js';
import { FilesSweep } from '#server/files/index.js';
import { deletesAccount, isGone } from '../support/people/account-deletion.js';
import { logout } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { deletesRoom, isSwept } from '../support/people/looking-after.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import {
  announces,
  asksHowFar,
  asksTus,
  begins,
  fileOf,
  givesUp,
  metadataOf,
  PartUnderWay,
  sendsPart,
} from '../support/files/resumable.js';
import { bytesOf, filesOnDisk, get, picture, upload } from '../support/files/uploads.js';

const server = await aServer();
const { ada, ben, otto } = await aCast(server);
const room = await aRoom(ada, [ben]);

describe('a file that comes in by parts', () => {
  it('is stored once all of it is there, and can be attached', async () => {
    const bytes = randomBytes(100_000);
    const address = await begins(ada, room, { filename: 'numbers.bin', length: bytes.length });
    expect(await sendsPart(ada, address, 0, bytes.subarray(0, 70_000))).toMatchObject({ status: 204, offset: 70_000 });
    expect(await asksHowFar(ada, address)).toMatchObject({ status: 200, offset: 70_000 });
    expect(await sendsPart(ada, address, 70_000, bytes.subarray(70_000))).toMatchObject({
      status: 204,
      offset: 100_000,
    });
    const file = await fileOf(ada, address);
    expect(file).toMatchObject({ id: idIn(address), name: 'numbers.bin', size: 100_000 });
    expect(await bytesOf(await get(ada, file.url))).toEqual(bytes);
    expect((await get(ben, file.url)).status).toBe(404);
    await ada.says('Look', room, { attachmentIds: [file.id] });
    expect((await get(ben, file.url)).status).toBe(200);
    expect(await partsOnDisk(server)).toEqual([]);
  });

  it('may come with its announcement', async () => {
    const headers = {
      'upload-length': '5',
      'upload-metadata': metadataOf({ roomId: room.id, filename: 'a.txt' }),
      'content-type': 'application/offset+octet-stream',
    };
    const answer = await asksTus(ada, 'POST', '/upload/resumable', headers, 'Hello');
    expect(answer).toMatchObject({ status: 201, offset: 5 });
    const file = await fileOf(ada, answer.headers.get('location') ?? '');
    expect(await (await get(ada, file.url)).text()).toBe('Hello');
  });

  it('is checked and cleaned as any other: a picture has its size, its small picture, and no place where it was taken', async () => {
    const photo = await picture(900, 700)
      .withExif({ IFD0: { ImageDescription: 'At home' } })
      .jpeg()
      .toBuffer();
    const address = await begins(ada, room, { filename: '../../home.jpg', length: photo.length });
    await sendsPart(ada, address, 0, photo);
    const file = await fileOf(ada, address);
    expect(file).toMatchObject({ name: 'home.jpg', mediaType: 'image/jpeg', width: 900, height: 700 });
    expect(file.thumbnailUrl).not.toBeNull();
    const plain = await upload(ada, room, 'home.jpg', Buffer.from(photo));
    const [byParts, atOnce] = await Promise.all([file.url, plain.url].map(async (url) => bytesOf(await get(ada, url))));
    expect(byParts).toEqual(atOnce);
    expect(byParts?.includes('At home')).toBe(false);
  });

  it('tells whoever asks later that it is stored, with its length and what was said of it', async () => {
    const address = await begins(ada, room, { filename: 'Ä.txt', length: 5 });
    await sendsPart(ada, address, 0, 'Hello');
    const answer = await asksHowFar(ada, address);
    expect(answer).toMatchObject({ status: 200, offset: 5 });
    expect(answer.headers.get('upload-length')).toBe('5');
    expect(answer.headers.get('upload-metadata')).toBe(metadataOf({ roomId: room.id, filename: 'Ä.txt' }));
    expect(answer.headers.get('upload-expires')).toBeNull();
    expect(await givesUp(ada, address)).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await sendsPart(ada, address, 5, '')).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await sendsPart(ada, address, 0, 'Hello')).toMatchObject({ status: 409, code: 'CONFLICT' });
  });

  it('goes on where the line broke, with what had come until then', async () => {
    const bytes = randomBytes(3_000_000);
    const address = await begins(ada, room, { length: bytes.length });
    const part = new PartUnderWay(ada, address, 0);
    part.feeds(bytes.subarray(0, 1_500_000));
    await expect.poll(() => receivedOf(server, address)).toBeGreaterThan(1_000_000);
    part.breaks();
    expect(await part.answered).toBe('cut off');
    await expect.poll(async () => (await asksHowFar(ada, address)).offset).toBe(1_500_000);
    expect(await sendsPart(ada, address, 1_500_000, bytes.subarray(1_500_000))).toMatchObject({ status: 204 });
    expect(await bytesOf(await get(ada, (await fileOf(ada, address)).url))).toEqual(bytes);
  });

  it('says until when it waits, and is gone after a day with what had come', async () => {
    const own = await aServer();
    const { cleo } = await aCast(own);
    const address = await begins(cleo, await aRoom(cleo), { length: 10 });
    const { headers } = await sendsPart(cleo, address, 0, 'Hello');
    const ends = new Date(headers.get('upload-expires') ?? '');
    expect(Math.abs(ends.getTime() - own.clock.now().getTime() - 86_400_000)).toBeLessThan(10_000);
    own.clock.advance({ minutes: 14 });
    await own.app.get(FilesSweep).sweep();
    expect(await asksHowFar(cleo, address)).toMatchObject({ status: 200, offset: 5 });
    own.clock.advance({ days: 1 });
    await own.app.get(FilesSweep).sweep();
    expect(await partsOnDisk(own)).toEqual([]);
    expect(await rowsOf(own)).toBe(0);
  });

  it('is gone with what had come when it is given up', async () => {
    const address = await begins(ada, room, { length: 10 });
    await sendsPart(ada, address, 0, 'Hello');
    expect(await partsOnDisk(server)).toHaveLength(1);
    expect(await givesUp(ada, address)).toMatchObject({ status: 204 });
    expect(await partsOnDisk(server)).toEqual([]);
    expect(await asksHowFar(ada, address)).toMatchObject({ status: 404 });
  });

  it('is there after a restart', async () => {
    const own = await aServer();
    const { cleo } = await aCast(own);
    const address = await begins(cleo, await aRoom(cleo), { length: 10 });
    await sendsPart(cleo, address, 0, 'Hello');
    await own.restart();
    expect(await asksHowFar(cleo, address)).toMatchObject({ offset: 5 });
    await sendsPart(cleo, address, 5, ' you!');
    expect(await (await get(cleo, (await fileOf(cleo, address)).url)).text()).toBe('Hello you!');
  });
});

describe('two requests that send one upload at the same time', () => {
  it('never mix their bytes: the earlier one stops, and the later one is told where the upload stands', async () => {
    const bytes = randomBytes(200_000);
    const address = await begins(ada, room, { length: bytes.length });
    const first = new PartUnderWay(ada, address, 0);
    first.feeds(bytes.subarray(0, 100_000));
    // It is at work once its row is locked for it, which nobody sees from outside: the bytes on the disk tell.
    await expect.poll(() => bytesOnDisk(server, address)).toBe(100_000);
    const second = await sendsPart(ada, address, 0, randomBytes(200_000));
    expect(second).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await first.answered).toMatchObject({ status: 204, offset: 100_000 });
    expect(await sendsPart(ada, address, 100_000, bytes.subarray(100_000))).toMatchObject({ status: 204 });
    expect(await bytesOf(await get(ada, (await fileOf(ada, address)).url))).toEqual(bytes);
  });

  it('store one file when both ask for the end of it', async () => {
    const before = await filesOnDisk(server);
    const address = await begins(ada, room, { length: 5 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendsPart(ada, address, 0, 'Hello')));
    expect(answers.filter(({ status }) => status === 204)).not.toHaveLength(0);
    const files = await Promise.all(Array.from({ length: 5 }, () => fileOf(ada, address)));
    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(await filesOnDisk(server)).toHaveLength(before.length + 1);
  });
});

describe('an upload by parts is refused', () => {
  it('to everybody but the one who began it, as if it were not there', async () => {
    const address = await begins(ada, room, { length: 10 });
    await sendsPart(ada, address, 0, 'Hello');
    for (const other of [ben, otto]) {
      expect((await asksHowFar(other, address)).status).toBe(404);
      expect(await sendsPart(other, address, 5, ' you!')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect(await givesUp(other, address)).toMatchObject({ status: 404 });
      expect((await get(other, address)).status).toBe(404);
    }
    expect(await asksHowFar(ada, address)).toMatchObject({ offset: 5 });
  });

  it('to somebody else without the one who sends it being stopped', async () => {
    const address = await begins(ada, room, { length: 10 });
    const part = new PartUnderWay(ada, address, 0);
    part.feeds(Buffer.from('Hello'));
    await expect.poll(() => bytesOnDisk(server, address)).toBeGreaterThan(0);
    expect((await asksHowFar(ben, address)).status).toBe(404);
    part.feeds(Buffer.from(' you!'));
    part.ends();
    expect(await part.answered).toMatchObject({ status: 204, offset: 10 });
  });

  it('to a visitor, and to one who is not in the room', async () => {
    const visitor = { server, bearer: {} };
    expect(await announces(visitor, room, { length: 1 })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await announces(otto, room, { length: 1 })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const hidden = await aRoom(ada, [], 'PRIVATE');
    expect(await announces(otto, hidden, { length: 1 })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('once its sender has left the room', async () => {
    const { cleo } = await aCast(server);
    const place = await aRoom(cleo, [ben], 'PRIVATE');
    const address = await begins(ben, place, { length: 10 });
    await sendsPart(ben, address, 0, 'Hello');
    await ben.leaves(place);
    expect(await sendsPart(ben, address, 5, ' you!')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await partsOnDisk(server)).not.toContain(idIn(address));
    expect((await asksHowFar(ben, address)).status).toBe(404);
  });

  it('in the middle of a part, when the session ends', async () => {
    const { cleo } = await aCast(server);
    const address = await begins(cleo, await aRoom(cleo), { length: 1000 });
    const part = new PartUnderWay(cleo, address, 0);
    part.feeds(Buffer.from('Hello'));
    await expect.poll(() => bytesOnDisk(server, address)).toBeGreaterThan(0);
    await logout(server, cleo.bearer);
    expect(await part.answered).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('where the part does not begin where the upload stands', async () => {
    const address = await begins(ada, room, { length: 10 });
    await sendsPart(ada, address, 0, 'Hello');
    for (const offset of [0, 4, 6, 10])
      expect(await sendsPart(ada, address, offset, 'x')).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await asksHowFar(ada, address)).toMatchObject({ offset: 5 });
  });

  it('where more comes than was announced, told or not', async () => {
    const address = await begins(ada, room, { length: 5 });
    expect(await sendsPart(ada, address, 0, 'Hello you')).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const untold = new PartUnderWay(ada, address, 0);
    untold.feeds(Buffer.from('Hello you'));
    expect(await untold.answered).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await asksHowFar(ada, address)).toMatchObject({ offset: 0 });
  });

  it('where more follows what would have been all of it, which is not stored', async () => {
    const address = await begins(ada, room, { length: 1024 * 1024 });
    const part = new PartUnderWay(ada, address, 0);
    part.feeds(randomBytes(1024 * 1024));
    await expect.poll(() => bytesOnDisk(server, address)).toBe(1024 * 1024);
    part.feeds(Buffer.from('x'));
    expect(await part.answered).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await asksHowFar(ada, address)).toMatchObject({ offset: 0 });
  });

  it('where it is too large for the server, before a byte has come', async () => {
    expect(await announces(ada, room, { length: 100 * 1024 * 1024 })).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      message: 'This file is too large. The limit is 16 MB.',
    });
  });

  it('where it is of a type that is not taken, and nothing of it stays', async () => {
    const own = await aServer({ UPLOAD_TYPES: 'image/*' });
    const { cleo } = await aCast(own);
    const address = await begins(cleo, await aRoom(cleo), { filename: 'a.png', length: 5 });
    expect(await sendsPart(cleo, address, 0, 'Hello')).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    expect((await asksHowFar(cleo, address)).status).toBe(404);
    expect(await filesOnDisk(own)).toEqual([]);
  });

  it('to a client of another version of tus, which is told which one is spoken here', async () => {
    for (const version of ['', '0.2.2', '2.0.0']) {
      const answer = await asksTus(ada, 'POST', '/upload/resumable', { 'tus-resumable': version });
      expect(answer.status).toBe(412);
      expect(answer.headers.get('tus-version')).toBe('1.0.0');
    }
  });

  it.each<[string, Record<string, string>]>([
    ['no length', { 'upload-metadata': 'roomId eA==' }],
    ['a length below nothing', { 'upload-length': '-1', 'upload-metadata': 'roomId eA==' }],
    ['a length that is to follow', { 'upload-defer-length': '1', 'upload-metadata': 'roomId eA==' }],
    ['no room', { 'upload-length': '5' }],
    ['metadata that is none', { 'upload-length': '5', 'upload-metadata': 'roomId *' }],
    ['metadata without end', { 'upload-length': '5', 'upload-metadata': `roomId eA==,x ${'eHh4'.repeat(2000)}` }],
    ['a place among others', { 'upload-length': '5', 'upload-concat': 'partial', 'upload-metadata': 'roomId eA==' }],
  ])('where its announcement has %s', async (_, headers) => {
    expect(await asksTus(ada, 'POST', '/upload/resumable', headers)).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });

  it('where the part is no such part', async () => {
    const address = await begins(ada, room, { length: 5 });
    const typed = { 'content-type': 'application/offset+octet-stream' };
    expect(await asksTus(ada, 'PATCH', address, typed, 'Hello')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await asksTus(ada, 'PATCH', address, { 'upload-offset': '0' }, 'Hello')).toMatchObject({ status: 400 });
    expect(await asksTus(ada, 'PATCH', address, { ...typed, 'upload-offset': '-1' }, 'Hello')).toMatchObject({
      status: 400,
    });
    expect((await asksTus(ada, 'PATCH', '/upload/resumable/x', { ...typed, 'upload-offset': '0' }, 'x')).status).toBe(
      404,
    );
  });

  it('its file while a part is missing', async () => {
    const address = await begins(ada, room, { length: 5 });
    const answer = await get(ada, address);
    expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'CONFLICT' })]);
  });
});

describe('what had come in of a file', () => {
  it('goes with its room', async () => {
    const place = await aRoom(ada);
    const address = await begins(ada, place, { length: 10 });
    await sendsPart(ada, address, 0, 'Hello');
    await deletesRoom(ada, place);
    await isSwept(server);
    expect(await partsOnDisk(server)).not.toContain(idIn(address));
    expect((await asksHowFar(ada, address)).status).toBe(404);
  });

  it('goes with the account of its sender', async () => {
    const own = await aServer();
    const { cleo, otto: owner } = await aCast(own);
    const place = await aRoom(owner, [cleo]);
    await sendsPart(cleo, await begins(cleo, place, { length: 10 }), 0, 'Hello');
    await deletesAccount(cleo);
    await isGone(own);
    expect(await partsOnDisk(own)).toEqual([]);
    expect(await rowsOf(own)).toBe(0);
  });

  it('is swept where its row went before it, and begun anew where it is gone itself', async () => {
    const own = await aServer();
    const { cleo } = await aCast(own);
    const address = await begins(cleo, await aRoom(cleo), { length: 10 });
    await sendsPart(cleo, address, 0, 'Hello');
    const folder = join(own.folder, 'uploads', '.partial');
    await writeFile(join(folder, randomUUID()), 'left');
    await own.app.get(FilesSweep).sweep();
    expect(await partsOnDisk(own)).toEqual([idIn(address)]);
    await rm(join(folder, idIn(address)));
    expect(await sendsPart(cleo, address, 5, ' you!')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await rowsOf(own)).toBe(0);
  });
});

describe('what is announced', () => {
  it('counts from then on, until it is given up', async () => {
    const own = await aServer({ UPLOAD_QUOTA_PER_PERSON: '1000' });
    const { cleo } = await aCast(own);
    const place = await aRoom(cleo);
    const address = await begins(cleo, place, { length: 900 });
    expect(await announces(cleo, place, { length: 200 })).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    await expect(upload(cleo, place, 'a.txt', 'a'.repeat(200))).rejects.toThrow('PAYLOAD_TOO_LARGE');
    await givesUp(cleo, address);
    await upload(cleo, place, 'a.txt', 'a'.repeat(200));
  });

  it('counts once when it is stored: the last bytes of a quota are taken', async () => {
    const own = await aServer({ UPLOAD_QUOTA_PER_PERSON: '1000' });
    const { cleo } = await aCast(own);
    const place = await aRoom(cleo);
    const address = await begins(cleo, place, { length: 1000 });
    expect(await sendsPart(cleo, address, 0, 'a'.repeat(1000))).toMatchObject({ status: 204 });
    const rows = await own.app.get(Database).rows<{ bytes: number }>(query('select bytes from file_usage'), []);
    expect(rows.map(({ bytes }) => bytes)).toEqual([1000, 1000]);
    expect(await announces(cleo, place, { length: 1 })).toMatchObject({ status: 413 });
  });

  it('counts for everybody together as well', async () => {
    const own = await aServer({ UPLOAD_QUOTA: '1000' });
    const { cleo, ben: other } = await aCast(own);
    const place = await aRoom(cleo, [other]);
    await begins(cleo, place, { length: 900 });
    expect(await announces(other, place, { length: 200 })).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  });

  it('is bounded in its number', async () => {
    const { cleo } = await aCast(server);
    const place = await aRoom(cleo);
    for (let n = 0; n < 50; n += 1) await begins(cleo, place, { length: 1 });
    expect(await announces(cleo, place, { length: 1 })).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    await begins(ada, room, { length: 1 });
  });
});

describe('the protocol', () => {
  it('says what it offers to whoever asks', async () => {
    const answer = await fetch(`${server.url}/upload/resumable`, { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'tus-resumable': '1.0.0',
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,expiration,termination',
      'tus-max-size': String(16 * 1024 * 1024),
    });
  });

  it('is for pages of other sites only where they are allowed', async () => {
    const asks = (origin: string) =>
      fetch(`${server.url}/upload/resumable`, {
        method: 'POST',
        headers: { ...ada.bearer, origin, 'tus-resumable': '1.0.0', 'upload-length': '1' },
      });
    expect((await asks('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
    const open = await aServer({ ALLOWED_ORIGINS: 'https://friend.example' });
    const answer = await fetch(`${open.url}/upload/resumable`, {
      method: 'OPTIONS',
      headers: { origin: 'https://friend.example', 'access-control-request-method': 'PATCH' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://friend.example');
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
  });

  it('gives its version with every answer, also with a refusal', async () => {
    const answer = await asksHowFar({ server, bearer: {} }, '/upload/resumable/x');
    expect([answer.status, answer.headers.get('tus-resumable')]).toEqual([401, '1.0.0']);
  });
});

function idIn(address: string): string {
  return address.split('/').at(-1) ?? '';
}

async function partsOnDisk({ folder }: TestServer): Promise<string[]> {
  return readdir(join(folder, 'uploads', '.partial')).catch(() => []);
}

/** How much lies there of an upload, written down or not. */
async function bytesOnDisk({ folder }: TestServer, address: string): Promise<number> {
  const path = join(folder, 'uploads', '.partial', idIn(address));
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function receivedOf({ app }: TestServer, address: string): Promise<number> {
  const [row] = await app
    .get(Database)
    .rows<{ received: number }>(query('select received from resumable_upload where id = ?'), [idIn(address)]);
  return row?.received ?? 0;
}

async function rowsOf({ app }: TestServer): Promise<number> {
  const [row] = await app
    .get(Database)
    .rows<{ count: number }>(query('select count(*) as count from resumable_upload'), []);
  return row?.count ?? 0;
}
