import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { post } from '../support/requests/graphql.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { bytesOf, get, picture, upload } from '../support/files/uploads.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const server = await aServer();
const { ada, ben } = await aCast(server);
const letters = await upload(ada, await aRoom(ada), 'letters.txt', ALPHABET);
const visitor = { server, bearer: {} };

describe('what a browser may do with a file', () => {
  it('is to show a picture', async () => {
    const file = await upload(ada, await aRoom(ada), 'garden.png', await picture().png().toBuffer());
    const { headers } = await get(ada, file.url);
    expect(headers.get('content-disposition')).toMatch(/^inline/);
    expect(headers.get('content-type')).toBe('image/png');
  });

  it.each([
    ['an SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', null],
    ['an SVG that begins as XML', 'a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['a web page', 'a.html', '<!doctype html><script>alert(1)</script>', null],
    ['a PDF', 'a.pdf', '%PDF-1.7', null],
  ])('is only ever to save %s', async (_, name, content, thumbnailUrl) => {
    const file = await upload(ada, await aRoom(ada), name, content);
    expect(file).toMatchObject({ thumbnailUrl, mediaType: expect.not.stringMatching(/^image|html/) as string });
    const { headers } = await get(ada, file.url);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
  });

  it('is never to run it, guess at it, or show it on another site', async () => {
    const { headers } = await get(ada, letters.url);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('is to keep it, and to ask each time whether it still has the same', async () => {
    expect((await get(ada, letters.url)).headers.get('cache-control')).toBe('private, no-cache');
    const etag = (await get(ada, letters.url)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const known = await get(ada, letters.url, { 'if-none-match': `"another", ${etag}` });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect((await get(ada, letters.url, { 'if-none-match': '"another"' })).status).toBe(200);
  });
});

describe('a file that was deleted', () => {
  it('is gone also for a browser that kept it', async () => {
    const room = await aRoom(ada);
    const { id, url } = await upload(ada, room, 'secret.txt', 'A secret');
    const message = await ada.says('A secret', room, { attachmentIds: [id] });
    const etag = (await get(ada, url)).headers.get('etag') ?? '';
    expect((await get(ada, url, { 'if-none-match': etag })).status).toBe(304);
    await ada.deletes(message);
    expect((await get(ada, url, { 'if-none-match': etag })).status).toBe(404);
  });
});

describe('the address of a file', () => {
  it('answers HEAD with everything but the file', async () => {
    const answer = await get(ada, letters.url, {}, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '26', '']);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
  });

  it('holds its name for people; the id alone decides', async () => {
    const file = await upload(ada, await aRoom(ada), '..\\50% “Zoë”?.txt', 'Hello');
    expect(file.name).toBe('50% “Zoë”?.txt');
    expect((await get(ada, file.url)).status).toBe(200);
    expect(await (await get(ada, `/uploads/${file.id}/anything`)).text()).toBe('Hello');
  });

  it('is not mistaken for a small picture by a file of that name', async () => {
    const file = await upload(ada, await aRoom(ada), 'thumbnail', 'Hello');
    expect(file.thumbnailUrl).toBeNull();
    expect(await (await get(ada, file.url)).text()).toBe('Hello');
  });

  it('gives back an empty file', async () => {
    const file = await upload(ada, await aRoom(ada), 'empty.txt', '');
    const answer = await get(ada, file.url);
    expect([file.size, answer.status, (await bytesOf(answer)).length]).toEqual([0, 200, 0]);
  });

  it('opens for a browser by a cookie that opens nothing else', async () => {
    const cookie = await filesCookieOf(ada);
    expect((await get(visitor, letters.url, { cookie })).status).toBe(200);
    expect((await get(visitor, (await upload(ben, await aRoom(ben), 'b.txt', 'Ben’s')).url, { cookie })).status).toBe(
      404,
    );
    expect(await post(server.url, '{ viewer { user { id } } }', {}, { cookie })).toMatchObject({
      data: { viewer: null },
    });
    expect(
      (await fetch(`${server.url}/upload`, { method: 'POST', headers: { cookie }, body: new FormData() })).status,
    ).toBe(401);
  });
});

/** As a browser gets it: by signing in with `cookie: true`. */
async function filesCookieOf({ username }: Person): Promise<string> {
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { username, password: 'a long password', cookie: true } } }),
  });
  const set = answer.headers.getSetCookie().find((line) => line.includes('Path=/uploads')) ?? '';
  expect(set).toMatch(/HttpOnly/);
  return set.split(';')[0] ?? '';
}
