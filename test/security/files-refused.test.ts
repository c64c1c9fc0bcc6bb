import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Database } from '#server/database/index.js';
import { File as FileRow } from '#server/files/index.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, picture, upload, uploadFile } from '../support/files/uploads.js';

const LIMIT = 100_000;

const server = await aServer({ UPLOAD_MAX_BYTES: String(LIMIT), UPLOAD_TYPES: 'image/*, text/plain' });
const { ada, otto } = await aCast(server);
const visitor = { server, bearer: {} };

describe('an upload that leaves nothing behind', () => {
  it('is one that is too large, by a byte or by far', async () => {
    const room = await aRoom(ada);
    await nothingRemainsOf(async () => {
      expect(await uploadFile(ada, room, 'a.txt', 'a'.repeat(LIMIT + 1))).toBe('PAYLOAD_TOO_LARGE');
      expect(await uploadFile(ada, room, 'a.txt', 'a'.repeat(LIMIT * 50))).toBe('PAYLOAD_TOO_LARGE');
    });
    expect(await upload(ada, room, 'a.txt', 'a'.repeat(LIMIT))).toMatchObject({ size: LIMIT });
  });

  it('is one of a type that is not taken, whatever its name says', async () => {
    const room = await aRoom(ada);
    await nothingRemainsOf(async () => {
      expect(await uploadFile(ada, room, 'a.png', '%PDF-1.7')).toBe('UNSUPPORTED_MEDIA_TYPE');
      expect(await uploadFile(ada, room, 'a.txt', 'a\0b')).toBe('UNSUPPORTED_MEDIA_TYPE');
      expect(await uploadFile(ada, room, 'a.txt', `${'a'.repeat(LIMIT - 1)}\0`)).toBe('UNSUPPORTED_MEDIA_TYPE');
    });
    expect(await upload(ada, room, 'a.pdf', await picture(20, 20).png().toBuffer())).toMatchObject({
      mediaType: 'image/png',
    });
  });

  it('is one of somebody who is not in the room', async () => {
    const open = await aRoom(ada);
    const hidden = await aRoom(ada, [], 'PRIVATE');
    await nothingRemainsOf(async () => {
      expect(await uploadFile(otto, open, 'a.txt', 'a')).toBe('FORBIDDEN');
      expect(await uploadFile(otto, hidden, 'a.txt', 'a')).toBe('NOT_FOUND');
      expect(await uploadFile(otto, { id: 'no room' }, 'a.txt', 'a')).toBe('NOT_FOUND');
      expect(await uploadFile(visitor, open, 'a.txt', 'a')).toBe('UNAUTHENTICATED');
    });
  });

  it('is one that is cut off, by GraphQL', async () => {
    const room = await aRoom(ada);
    const operations = JSON.stringify({
      query: 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }',
      variables: { input: { roomId: room.id, file: null } },
    });
    const map = JSON.stringify({ 0: ['variables.input.file'] });
    await nothingRemainsOf(() =>
      cutOff('/graphql', [part('operations', operations), part('map', map), part('0', '', 'a.txt')]),
    );
  });

  it('is one that is cut off, by plain HTTP', async () => {
    const room = await aRoom(ada);
    await nothingRemainsOf(() => cutOff('/upload', [part('roomId', room.id), part('file', '', 'a.txt')]));
  });
});

async function holdings(): Promise<{ onDisk: number; rows: number }> {
  const rows = await server.app.get(Database).read().count(FileRow);
  return { onDisk: (await filesOnDisk(server)).length, rows };
}

async function nothingRemainsOf(uploads: () => Promise<void>): Promise<void> {
  const before = await holdings();
  await uploads();
  await expect.poll(holdings).toEqual(before);
}

function part(name: string, content: string, filename?: string): string {
  const called = filename === undefined ? '' : `; filename="${filename}"`;
  return `--cut\r\nContent-Disposition: form-data; name="${name}"${called}\r\n\r\n${content}${filename === undefined ? '\r\n' : ''}`;
}

/** Sends the beginning of an upload, waits until the server has begun to store it, and breaks the line. */
async function cutOff(path: string, parts: readonly string[]): Promise<void> {
  const before = await holdings();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${ada.accessToken}`,
    'Apollo-Require-Preflight: true',
    'Content-Type: multipart/form-data; boundary=cut',
    `Content-Length: ${String(LIMIT)}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${parts.join('')}${'z'.repeat(80_000)}`);
  await expect.poll(holdings).toEqual({ onDisk: before.onDisk + 1, rows: before.rows });
  socket.destroy();
}
