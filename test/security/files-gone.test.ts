import { describe, expect, it } from 'vitest';
import { logout } from '../support/people/accounts.js';
import { type Cast, aCast } from '../support/people/cast.js';
import { signsInAtABrowser } from '../support/requests/files-cookie.js';
import type { MessageAnswer, RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, get, picture, upload } from '../support/files/uploads.js';

const server = await aServer();

interface Scene extends Cast {
  readonly room: RoomAnswer;
  readonly message: MessageAnswer;
  readonly eyes: Eyes;
}

interface Eyes {
  readonly bearer: Record<string, string>;
  readonly cookie: string;
}

describe('a file that Ben had before his eyes', () => {
  it.each<[string, number, (scene: Scene) => Promise<unknown>]>([
    ['when he leaves the room', 404, ({ ben, room }) => ben.leaves(room)],
    ['when Ada puts him out', 404, ({ ada, ben, room }) => ada.removes(ben, room)],
    ['when its message is deleted', 404, ({ ada, message }) => ada.deletes(message)],
    ['when his session ends', 401, ({ eyes }) => logout(server, eyes.bearer)],
  ])('is gone at once, %s, whatever he kept', async (_, status, loses) => {
    const cast = await aCast(server);
    const { ada, ben } = cast;
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const file = await upload(ada, room, 'a.png', await picture().png().toBuffer());
    const message = await ada.says('Look', room, { attachmentIds: [file.id] });
    const eyes = await signsInAtABrowser(server, ben);
    const etag = (await get(ben, file.url)).headers.get('etag') ?? '';
    const looks = (): Promise<Response[]> =>
      Promise.all(
        [eyes.bearer, { cookie: eyes.cookie }].flatMap((bearer) =>
          [file.url, file.thumbnailUrl ?? ''].flatMap((path) =>
            [{}, { range: 'bytes=0-9' }, { 'if-none-match': etag }, { 'if-none-match': '*' }].map((kept) =>
              get({ server, bearer }, path, { ...kept }),
            ),
          ),
        ),
      );
    expect((await looks()).every((answer) => [200, 206, 304].includes(answer.status))).toBe(true);
    await loses({ ...cast, room, message, eyes });
    for (const answer of await looks()) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).not.toBe(etag);
    }
  });

  it('is kept by no cache between him and the server', async () => {
    const { ada, ben } = await aCast(server);
    const file = await upload(ben, await aRoom(ada, [ben]), 'a.txt', 'a');
    const { headers } = await get(ben, file.url);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toMatch(/Authorization, Cookie/);
  });
});

describe('an upload that is under way', () => {
  it.each<[string, number, (scene: Cast & { room: RoomAnswer }) => Promise<unknown>]>([
    ['when its sender signs out', 401, ({ ben }) => logout(server, ben.bearer)],
    ['when its sender is removed from the room', 404, ({ ada, ben, room }) => ada.removes(ben, room)],
  ])('stores nothing %s', async (_, status, loses) => {
    const cast = await aCast(server);
    const { ada, ben } = cast;
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const before = await filesOnDisk(server);
    const form = halfAForm(room.id);
    // The types of `fetch` do not know yet that a stream needs it.
    const streamed = { duplex: 'half' };
    const headers = { ...ben.bearer, 'content-type': 'multipart/form-data; boundary=x' };
    const request = { method: 'POST', headers, body: form.body, ...streamed };
    const answer = fetch(`${server.url}/upload`, request);
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before.length + 1);
    await loses({ ...cast, room });
    form.end();
    expect((await answer).status).toBe(status);
    expect(await filesOnDisk(server)).toEqual(before);
  });
});

/** A form up to somewhere in its file, and what ends it well. */
function halfAForm(roomId: string): { readonly body: ReadableStream; end(): void } {
  const parts = [
    `--x\r\nContent-Disposition: form-data; name="roomId"\r\n\r\n${roomId}\r\n`,
    `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'a'.repeat(300_000)}`,
  ];
  const encoder = new TextEncoder();
  let writer: ReadableStreamDefaultController | undefined;
  const body = new ReadableStream({
    start: (stream) => {
      writer = stream;
      for (const part of parts) stream.enqueue(encoder.encode(part));
    },
  });
  return {
    body,
    end: () => {
      writer?.enqueue(encoder.encode('\r\n--x--\r\n'));
      writer?.close();
    },
  };
}
