import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Database, query } from '#server/database/index.js';
import { FilesSweep } from '#server/files/index.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import {
  beginsUpload,
  filesOnDisk,
  type PlainAnswer,
  postUpload,
  upload,
  uploadFile,
} from '../support/files/uploads.js';

const QUOTA = 100_000;

describe('somebody who keeps many files', () => {
  it('is told what they have used when one more does not fit, and nothing of it stays', async () => {
    const server = await aServer({ UPLOAD_QUOTA_PER_PERSON: String(QUOTA) });
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await upload(ada, room, 'a.txt', 'a'.repeat(QUOTA - 1000));
    const before = await filesOnDisk(server);
    expect(await plainly(ada, room.id, 1001)).toEqual({
      status: 413,
      body: {
        code: 'PAYLOAD_TOO_LARGE',
        message:
          'You have used 96.7 KB of your 97.7 KB for files, and this one does not fit. Delete messages with files to make room.',
      },
    });
    expect(await uploadFile(ada, room, 'b.txt', 'b'.repeat(1001))).toBe('PAYLOAD_TOO_LARGE');
    expect(await filesOnDisk(server)).toEqual(before);
    await upload(ada, room, 'c.txt', 'c'.repeat(1000));
    await upload(ben, room, 'b.txt', 'b'.repeat(QUOTA));
  });

  it('cannot pass together what one may not: of ten at once as many come through as fit', async () => {
    const server = await aServer({ UPLOAD_QUOTA_PER_PERSON: String(QUOTA) });
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => uploadFile(ada, room, `${String(n)}.txt`, 'a'.repeat(30_000))),
    );
    const refusals = answers.filter((answer) => typeof answer === 'string');
    expect(new Set(refusals)).toEqual(new Set(['PAYLOAD_TOO_LARGE']));
    expect(10 - refusals.length).toBeLessThanOrEqual(3);
    expect(await filesOnDisk(server)).toHaveLength(10 - refusals.length);
    expect(await usageOf(server)).toEqual(await sumsOf(server));
    // What was given up counts no longer.
    while ((await sumOf(server)) < 90_000) await upload(ada, room, 'more.txt', 'a'.repeat(30_000));
    expect(await uploadFile(ada, room, 'x.txt', 'a'.repeat(30_000))).toBe('PAYLOAD_TOO_LARGE');
  });

  it('keeps the small pictures of theirs as well, which may be larger than the pictures', async () => {
    const server = await aServer({ UPLOAD_QUOTA_PER_PERSON: String(10 * QUOTA) });
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const picture = await smallOfALargeThumbnail();
    expect(picture.length).toBeLessThan(QUOTA / 10);
    const { id } = await upload(ada, room, 'tiles.webp', picture);
    expect(await sumOf(server)).toBe(picture.length);
    expect((await usageOf(server))[0]?.bytes).toBe(await bytesOnDisk(server));
    expect(await bytesOnDisk(server)).toBeGreaterThan(2 * QUOTA);
    await ada.deletes(await ada.says('Tiles', room, { attachmentIds: [id] }));
    expect(new Set((await usageOf(server)).map(({ bytes }) => bytes))).toEqual(new Set([0]));

    let answer: unknown = '';
    for (let n = 0; n < 10 && answer !== 'PAYLOAD_TOO_LARGE'; n += 1)
      answer = await uploadFile(ada, room, 'tiles.webp', picture);
    expect(answer).toBe('PAYLOAD_TOO_LARGE');
    expect(await bytesOnDisk(server)).toBeLessThanOrEqual(10 * QUOTA);
  });

  it('has room again for what they delete, and for what nobody attached in time', async () => {
    const server = await aServer({ UPLOAD_QUOTA_PER_PERSON: String(QUOTA) });
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { id } = await upload(ada, room, 'a.txt', 'a'.repeat(QUOTA));
    const message = await ada.says('All that I have', room, { attachmentIds: [id] });
    expect(await uploadFile(ada, room, 'b.txt', 'b')).toBe('PAYLOAD_TOO_LARGE');
    await ada.deletes(message);
    await upload(ada, room, 'b.txt', 'b'.repeat(QUOTA));
    expect(await uploadFile(ada, room, 'c.txt', 'c')).toBe('PAYLOAD_TOO_LARGE');
    server.clock.advance({ days: 2 });
    await server.app.get(FilesSweep).sweep();
    expect(await usageOf(server)).toEqual([
      { owner: '*', bytes: 0 },
      { owner: ada.id, bytes: 0 },
    ]);
  });

  it('is counted the same after a restart', async () => {
    const server = await aServer({ UPLOAD_QUOTA_PER_PERSON: String(QUOTA) });
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await upload(ada, room, 'a.txt', 'a'.repeat(QUOTA));
    await server.restart();
    expect(await uploadFile(ada, room, 'b.txt', 'b')).toBe('PAYLOAD_TOO_LARGE');
  });
});

describe('a server that is full', () => {
  it('says so to everybody, and takes files again when some are gone', async () => {
    const server = await aServer({ UPLOAD_QUOTA: String(QUOTA) });
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { id } = await upload(ada, room, 'a.txt', 'a'.repeat(60_000));
    expect(await uploadFile(ben, room, 'b.txt', 'b'.repeat(60_000))).toBe('SERVICE_UNAVAILABLE');
    expect((await plainly(ben, room.id, 60_000)).status).toBe(503);
    await ada.deletes(await ada.says('Mine', room, { attachmentIds: [id] }));
    await upload(ben, room, 'b.txt', 'b'.repeat(60_000));
  });
});

describe('somebody who sends many files at once', () => {
  it('has a bound, which is theirs alone, and places again once those have arrived', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const held = Array.from({ length: 32 }, () => beginsUpload(ada));
    await expect.poll(async () => (await plainly(ada, room.id, 1)).status).toBe(429);
    expect(await uploadFile(ada, room, 'a.txt', 'a')).toBe('RATE_LIMITED');
    await upload(ben, room, 'b.txt', 'b');
    for (const stop of held) stop();
    await expect.poll(async () => (await plainly(ada, room.id, 1)).status).toBe(201);
  });

  it('leaves room for others, however many accounts they have', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const strangers = { 'x-forwarded-for': '2001:db8:1:2::1' };
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(cleo);
    const held = [ada, ben].flatMap((person) => Array.from({ length: 32 }, () => beginsUpload(person, strangers)));
    await expect.poll(async () => (await plainly(cleo, room.id, 1, strangers)).status).toBe(429);
    expect((await plainly(cleo, room.id, 1, { 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(201);
    for (const stop of held) stop();
    await expect.poll(async () => (await plainly(cleo, room.id, 1, strangers)).status).toBe(201);
  });
});

function plainly(
  { server, bearer }: Person,
  roomId: string,
  size: number,
  from: Record<string, string> = {},
): Promise<PlainAnswer> {
  return postUpload({ server, bearer: { ...bearer, ...from } }, [
    ['roomId', roomId],
    ['file', new File(['a'.repeat(size)], 'plain.txt')],
  ]);
}

function usageOf(server: TestServer): Promise<{ owner: string; bytes: number }[]> {
  return server.app.get(Database).rows(query('select owner_id as owner, bytes from file_usage order by owner_id'), []);
}

function sumsOf(server: TestServer): Promise<object[]> {
  return server.app.get(Database).rows(
    query(
      `select '*' as owner, coalesce(sum(size), 0) as bytes from file
       union all select uploader_id, sum(size) from file group by uploader_id`,
    ),
    [],
  );
}

async function sumOf(server: TestServer): Promise<number> {
  const [row] = await server.app
    .get(Database)
    .rows<{ bytes: number }>(query('select sum(size) as bytes from file'), []);
  return row?.bytes ?? 0;
}

/** How much of the disk it really is. */
async function bytesOnDisk(server: TestServer): Promise<number> {
  const found = await Promise.all((await filesOnDisk(server)).map((path) => stat(path)));
  return found.reduce((sum, { size }) => sum + size, 0);
}

/** One tile of noise, again and again: nothing to a format that notices, and much to one that does not. */
async function smallOfALargeThumbnail(): Promise<Buffer<ArrayBuffer>> {
  const [edge, tile] = [640, 16];
  const noise = randomBytes(tile * tile * 3);
  const pixels = Buffer.alloc(edge * edge * 3);
  for (let y = 0; y < edge; y += 1)
    for (let x = 0; x < edge; x += tile)
      noise.copy(pixels, (y * edge + x) * 3, (y % tile) * tile * 3, ((y % tile) + 1) * tile * 3);
  const picture = sharp(pixels, { raw: { width: edge, height: edge, channels: 3 } });
  return Buffer.from(await picture.webp({ lossless: true }).toBuffer());
}
