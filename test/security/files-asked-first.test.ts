import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { sendsEndlessly } from '../support/requests/slow-body.js';
import { filesOnDisk, get, upload } from '../support/files/uploads.js';

/** What a server may take from the line of somebody whom it does not know. */
const MAX_BYTES = 64 * 1024;
/** What a proxy asked a browser for once: it goes out by itself, from every page. */
const BASIC = 'Authorization: Basic YWRhOmFkYQ==';

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
const COOKIES = 'Cookie: tertulia-refresh=x; tertulia-files=y';
const ADAS = `Authorization: Bearer ${ada.accessToken}`;

describe('an upload of somebody who may not', () => {
  it.each([
    ['a visitor, by GraphQL', '/graphql', []],
    ['a visitor with the header of Apollo', '/graphql', ['Apollo-Require-Preflight: true']],
    ['a visitor, by plain HTTP', '/upload', []],
    ['a visitor who writes the address in capitals', '/UPLOAD', []],
    ['one with a token of no session', '/graphql', ['Authorization: Bearer x.y.z']],
    ['Ada by her cookies alone', '/upload', [COOKIES]],
    ['Ada from a page of another site', '/graphql', [COOKIES]],
    ['Ada from a page of another site, behind a proxy with a password', '/graphql', [COOKIES, BASIC]],
  ])('is refused before it has come in: %s', async (_, path, headers) => {
    const before = await holdings();
    const form = path === '/graphql' ? graphqlForm() : plainForm();
    const { answer, bytesRead, bytesOffered } = await sendsEndlessly(server, headOf(path, headers), form);
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(answer).toContain('"code":"UNAUTHENTICATED"');
    expect(bytesOffered).toBeGreaterThan(MAX_BYTES);
    expect(bytesRead).toBeLessThanOrEqual(MAX_BYTES);
    expect(await holdings()).toEqual(before);
  });

  it.each(['PUT', 'PATCH', 'GET'])('is refused the same with the method %s', async (method) => {
    const [, ...rest] = headOf('/graphql', []);
    const { answer, bytesRead } = await sendsEndlessly(server, [`${method} /graphql HTTP/1.1`, ...rest], graphqlForm());
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(bytesRead).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('is refused the same when its length is not told', async () => {
    const head = headOf('/upload', []).map((line) => line.replace(/^Content-Length.*/, 'Transfer-Encoding: chunked'));
    const { answer, bytesRead } = await sendsEndlessly(server, head, '10000000\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(bytesRead).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('is not asked for, where the client waits to be asked', async () => {
    for (const path of ['/upload', '/graphql']) {
      expect(await firstWords(headOf(path, ['Expect: 100-continue']))).toMatch(/^HTTP\/1.1 401 /);
      expect(await firstWords(headOf(path, [ADAS, 'Expect: 100-continue']))).toMatch(/^HTTP\/1.1 100 Continue/);
    }
    const json = ['POST /graphql HTTP/1.1', 'Host: here', 'Content-Type: application/json', 'Content-Length: 2'];
    expect(await firstWords([...json, 'Expect: 100-continue'])).toMatch(/^HTTP\/1.1 100 Continue/);
  });

  it('leaves the line open for the next request where it was short', async () => {
    const form = (): FormData => {
      const filled = new FormData();
      filled.append('file', new File(['x'], 'x.txt'));
      return filled;
    };
    for (let round = 0; round < 3; round += 1) {
      const answer = await fetch(`${server.url}/upload`, { method: 'POST', body: form() });
      expect([answer.status, answer.headers.get('connection')]).toEqual([401, 'keep-alive']);
      const byGraphQL = await fetch(`${server.url}/graphql`, { method: 'POST', body: form() });
      expect([byGraphQL.status, byGraphQL.headers.get('connection')]).toEqual([401, 'keep-alive']);
    }
  });
});

it('an upload of somebody who may comes in, however it is asked for', async () => {
  const file = await upload(ada, room, 'a.txt', 'a'.repeat(1_000_000));
  expect(file.size).toBe(1_000_000);
  expect((await get(ada, file.url)).status).toBe(200);
});

function headOf(path: string, headers: readonly string[]): string[] {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: here',
    'Content-Type: multipart/form-data; boundary=cut',
    'Content-Length: 16000000',
    ...headers,
  ];
}

function plainForm(): string {
  return `${part('roomId', room.id)}\r\n${part('file', '', 'a.txt')}`;
}

function graphqlForm(): string {
  const query = 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }';
  const operations = JSON.stringify({ query, variables: { input: { roomId: room.id, file: null } } });
  const map = JSON.stringify({ 0: ['variables.input.file'] });
  return `${part('operations', operations)}\r\n${part('map', map)}\r\n${part('0', '', 'a.txt')}`;
}

function part(name: string, content: string, filename?: string): string {
  const called = filename === undefined ? '' : `; filename="${filename}"`;
  return `--cut\r\nContent-Disposition: form-data; name="${name}"${called}\r\n\r\n${content}`;
}

/** Everything that the server, or a library on its behalf, may have put on the disk. */
async function holdings(): Promise<string[]> {
  const spooled = (await readdir(tmpdir())).filter((name) => name.startsWith('capacitor'));
  return [...spooled, ...(await filesOnDisk(server))].toSorted();
}

async function firstWords(head: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const line = connect(Number(port), hostname);
  line.write(`${head.join('\r\n')}\r\n\r\n`);
  const words = await new Promise<Buffer>((resolve, reject) => line.once('data', resolve).once('error', reject));
  line.destroy();
  return words.toString();
}
