import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { filesOnDisk, get, upload, type Uploaded } from '../support/files/uploads.js';

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
const ROOM = field('roomId', room.id);
const NOTE = fileNamed('note.txt');
const END = '--x--\r\n';
const UPLOAD = 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }';
const OPERATIONS = field('operations', operations({ roomId: room.id, file: null }));
const MAP = field('map', '{"0":["variables.input.file"]}');
const PART = fileNamed('note.txt', '0');

describe('a form that is none', () => {
  it.each([
    ['without a boundary', 'multipart/form-data', `${ROOM}${NOTE}${END}`],
    ['with another boundary', 'multipart/form-data; boundary=y', `${ROOM}${NOTE}${END}`],
    ['with an empty boundary', 'multipart/form-data; boundary=', `${ROOM}${NOTE}${END}`],
    ['without an end', undefined, `${ROOM}${NOTE}`],
    ['that ends within the file', undefined, `${ROOM}${NOTE.slice(0, -4)}`],
    ['that ends within a head', undefined, `${ROOM}--x\r\nContent-Dispo`],
    ['with a head that never ends', undefined, `${ROOM}--x\r\nX: ${'y'.repeat(200_000)}`],
    ['with a head of 3,000 lines', undefined, `${ROOM}--x\r\n${'X: y\r\n'.repeat(3000)}\r\n\r\n${END}`],
    ['with a file that has no name of a field', undefined, `${ROOM}${NOTE.replace('name="file"; ', '')}${END}`],
    ['with two files', undefined, `${ROOM}${NOTE}${NOTE}${END}`],
    ['with the file before the room', undefined, `${NOTE}${ROOM}${END}`],
    ['with two rooms', undefined, `${ROOM}${ROOM}${NOTE}${END}`],
    ['with a very long room', undefined, `${field('roomId', 'r'.repeat(100_000))}${NOTE}${END}`],
    ['of 1,000 parts', undefined, `${ROOM}${field('a', 'b').repeat(1000)}${NOTE}${END}`],
    ['of 1,000 parts behind the file', undefined, `${ROOM}${NOTE}${field('a', 'b').repeat(1000)}${END}`],
    ['of 1,000 files', undefined, `${ROOM}${NOTE.repeat(1000)}${END}`],
    ['within a form', 'multipart/mixed; boundary=x', `${ROOM}${NOTE}${END}`],
    ['of nothing', undefined, ''],
  ])('is refused, %s, and nothing of it stays', async (_, contentType, body) => {
    await isRefused('/upload', body, contentType);
  });

  it.each([
    ['without a map', `${OPERATIONS}${PART}${END}`],
    ['without operations', `${MAP}${PART}${END}`],
    ['with the file first', `${PART}${OPERATIONS}${MAP}${END}`],
    ['without the file', `${OPERATIONS}${MAP}${END}`],
    ['with another file than the map names', `${OPERATIONS}${MAP}${fileNamed('note.txt', '1')}${END}`],
    ['with two files', `${OPERATIONS}${field('map', '{"0":["variables.input.file"],"1":[]}')}${PART}${PART}${END}`],
    [
      'with a file in two places',
      `${OPERATIONS}${field('map', '{"0":["variables.input.file","query"]}')}${PART}${END}`,
    ],
    ['whose map is a list', `${OPERATIONS}${field('map', '[["variables.input.file"]]')}${PART}${END}`],
    ['whose map is no JSON', `${OPERATIONS}${field('map', '{"0":')}${PART}${END}`],
    ['whose map leads to __proto__', mapped('__proto__.polluted')],
    ['whose map leads to a prototype', mapped('variables.constructor.prototype.polluted')],
    ['whose map leads to the query', mapped('query')],
    ['whose map leads nowhere', mapped('variables.nothing.here')],
    ['whose map leads into a text', mapped('query.length')],
    ['whose map is empty of steps', mapped('')],
    ['whose operations are a list', `${field('operations', `[${operations({})}]`)}${MAP}${PART}${END}`],
    ['whose operations are no JSON', `${field('operations', 'query')}${MAP}${PART}${END}`],
    [
      'whose operations are long',
      `${field('operations', operations({ roomId: 'r'.repeat(300_000) }))}${MAP}${PART}${END}`,
    ],
    ['without an end', `${OPERATIONS}${MAP}${PART}`],
    ['of 1,000 parts', `${OPERATIONS}${MAP}${field('a', 'b').repeat(1000)}${PART}${END}`],
  ])('is refused by GraphQL, %s, and nothing of it stays', async (_, body) => {
    await isRefused('/graphql', body);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is refused where the place of the file holds something written as JSON', async () => {
    const body = JSON.stringify({ query: UPLOAD, variables: { input: { roomId: room.id, file: { name: 'x' } } } });
    const headers = { ...ada.bearer, 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('a form that only looks strange', () => {
  it('is taken with its file as it is: words like a boundary, and a form within it', async () => {
    const content = `\r\n-- x\r\n--y\r\nContent-Disposition: form-data; name="roomId"\r\n\r\n--y--`;
    const body = `${ROOM}${fileNamed('form.txt', 'file', content)}${END}`;
    const { status, text } = await send('/upload', body);
    expect(status).toBe(201);
    const { url } = JSON.parse(text) as Uploaded;
    expect(await (await get(ada, url)).text()).toBe(content);
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
    ['photo\u202Egpj.exe', 'photo_gpj.exe'],
    ['CON', 'CON'],
    ['.htaccess', '.htaccess'],
    ['a%22%0D%0ASet-Cookie: x=y', 'a%22%0D%0ASet-Cookie: x=y'],
    ['a\u0085\u2028b; filename=c.html', 'a_b; filename=c.html'],
    [`${'n'.repeat(300)}.png`, `${'n'.repeat(196)}.png`],
  ])('is taken under the name %j', async (claimed, name) => {
    const { status, text } = await send('/upload', `${ROOM}${fileNamed(claimed)}${END}`);
    expect(status).toBe(201);
    const file = JSON.parse(text) as Uploaded;
    expect(file.name).toBe(name);
    const { headers, status: shown } = await get(ada, file.url);
    expect(shown).toBe(200);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.~!-]*$/,
    );
    for (const path of await filesOnDisk(server)) expect(path).toMatch(/uploads.[0-9a-f]{2}.[0-9a-f]{2}.[0-9a-f]{32}$/);
  });

  it('has no name that could end the head of its part', async () => {
    const { status } = await send('/upload', `${ROOM}${fileNamed('a\0b\u0001c.txt')}${END}`);
    expect([201, 400]).toContain(status);
  });
});

it('the server takes files as before', async () => {
  await upload(ada, room, 'a.txt', 'a');
});

async function isRefused(path: string, body: string, contentType?: string): Promise<void> {
  const before = await filesOnDisk(server);
  const { status, text } = await send(path, body, contentType);
  // Once it has become an operation, GraphQL says of it what it says of every refusal.
  expect(path === '/graphql' ? [200, 400, 413] : [400, 413]).toContain(status);
  expect(text).toMatch(/"code":"(BAD_USER_INPUT|PAYLOAD_TOO_LARGE)"/);
  expect(text).not.toMatch(/node_modules|\\n\s+at /);
  expect(await filesOnDisk(server)).toEqual(before);
}

async function send(
  path: string,
  body: string,
  contentType = 'multipart/form-data; boundary=x',
): Promise<{ status: number; text: string }> {
  const headers = { ...ada.bearer, 'content-type': contentType };
  const answer = await fetch(server.url + path, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}

function mapped(path: string): string {
  return `${OPERATIONS}${field('map', JSON.stringify({ 0: [path] }))}${PART}${END}`;
}

function operations(input: object): string {
  return JSON.stringify({ query: UPLOAD, variables: { input } });
}

function field(name: string, content: string): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
}

function fileNamed(filename: string, name = 'file', content = 'Hello'): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\n\r\n${content}\r\n`;
}
