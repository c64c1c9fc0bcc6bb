import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { get, postUpload } from '../support/files/uploads.js';

const server = await aServer({ UPLOAD_MAX_BYTES: '1000', UPLOAD_TYPES: 'text/plain', RATE_LIMITS: 'on' });
const { ada, ben, otto } = await aCast(server);
const visitor = { server, bearer: {} };

describe('POST /upload', () => {
  it('answers with the file, as GraphQL would', async () => {
    const room = await aRoom(ada);
    const { status, body } = await postUpload(ada, [
      ['roomId', room.id],
      ['file', note('Zoë’s note.txt')],
    ]);
    expect(status).toBe(201);
    const { id } = body;
    expect(body).toEqual({
      id: expect.any(String) as string,
      roomId: room.id,
      name: 'Zoë’s note.txt',
      mediaType: 'text/plain',
      size: 5,
      url: `/uploads/${String(id)}/${encodeURIComponent('Zoë’s note.txt')}`,
      thumbnailUrl: null,
      width: null,
      height: null,
    });
    expect(await (await get(ada, body.url ?? '')).text()).toBe('Hello');
  });

  it('asks a visitor to sign in', async () => {
    const room = await aRoom(ada);
    expect(
      await postUpload(visitor, [
        ['roomId', room.id],
        ['file', note()],
      ]),
    ).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHENTICATED' },
    });
  });

  it('asks one who is not in a public room to join it, and knows no private one', async () => {
    const inRoom = async (visibility: 'PUBLIC' | 'PRIVATE') => (await aRoom(ada, [], visibility)).id;
    expect(
      await postUpload(otto, [
        ['roomId', await inRoom('PUBLIC')],
        ['file', note()],
      ]),
    ).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    expect(
      await postUpload(otto, [
        ['roomId', await inRoom('PRIVATE')],
        ['file', note()],
      ]),
    ).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it('refuses what is too large, and what is not taken', async () => {
    const room = await aRoom(ada);
    const large = new File(['a'.repeat(1001)], 'a.txt');
    const binary = new File(['a\0b'], 'a.txt');
    expect(
      await postUpload(ada, [
        ['roomId', room.id],
        ['file', large],
      ]),
    ).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    expect(
      await postUpload(ada, [
        ['roomId', room.id],
        ['file', binary],
      ]),
    ).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_MEDIA_TYPE' },
    });
  });

  it('says what a form lacks', async () => {
    const room = await aRoom(ada);
    expect(
      await postUpload(ada, [
        ['file', note()],
        ['roomId', room.id],
      ]),
    ).toMatchObject({
      status: 400,
      body: { code: 'BAD_USER_INPUT', message: 'The field `roomId` comes before the file.' },
    });
    expect(await postUpload(ada, [['roomId', room.id]])).toMatchObject({
      status: 400,
      body: { message: 'The form has no file.' },
    });
    expect(
      await postUpload(ada, [
        ['roomId', room.id],
        ['picture', note()],
      ]),
    ).toMatchObject({
      status: 400,
      body: { message: 'The file belongs in the field `file`.' },
    });
  });

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nthis is no part'],
    ['multipart/form-data; boundary=x', ''],
  ])('understands no %s of %j', async (contentType, content) => {
    const headers = { ...ada.bearer, 'content-type': contentType };
    const answer = await fetch(`${server.url}/upload`, { method: 'POST', headers, body: content });
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
  });

  it('slows down one who uploads without pause, and nobody else', async () => {
    const statuses: number[] = [];
    while (!statuses.includes(429) && statuses.length < 200) statuses.push((await postUpload(ben, [])).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await postUpload(ada, [])).status).toBe(400);
  });
});

function note(name = 'note.txt'): File {
  return new File(['Hello'], name);
}
