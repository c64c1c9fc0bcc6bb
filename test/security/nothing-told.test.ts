import { expect, it } from 'vitest';
import { Person } from '../support/people/person.js';
import { BareSocket, TEXT } from '../support/sockets/bare-socket.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { DatabaseSync } from 'node:sqlite';

/** What belongs in no answer: where something failed, in which words it was asked, and with what. */
const INSIDES =
  /\n\s+at |\\n\s+at |node_modules|dist\/server|\.js:\d+|sqlite|\bselect\b.+\bfrom\b|insert into|update `|mikro/i;
const SECRETS = /a long password|Bearer [\w.-]{20}|eyJ[\w-]{20}/;

it('faults of every kind show nothing of the inside, and the log holds no secret', async () => {
  const { settings } = aFolder();
  const process = ServerProcess.start({ ...settings, RATE_LIMITS: 'off', LOG_LEVEL: 'debug' });
  const url = await process.url();
  const ada = await Person.registers({ url }, 'ada');
  const room = await ada.creates('Faulty');
  await ada.says('Before anything breaks', room);
  const answers = [
    await asked(url, '{"query":', ada),
    await asked(url, 'null', ada),
    await asked(url, '"a text"', ada),
    await asked(url, '{"query":"{ viewer {"}', ada),
    await asked(url, '{"query":"{ viewer { shoeSize } }"}', ada),
    await asked(url, said('query ($id: ID!) { room(id: $id) { id } }', { id: 'x\0y' }), ada),
    await asked(url, said('query ($n: String!) { userByUsername(username: $n) { id } }', { n: '\uD800' }), ada),
    await asked(url, said('query ($n: String!) { userByUsername(username: $n) { id } }', { n: '\0' }), ada),
    await asked(url, said('query ($c: Cursor) { rooms(after: $c) { totalCount } }', { c: '\0' }), ada),
    await asked(
      url,
      said('mutation ($i: LoginInput!) { login(input: $i) { user { id } } }', {
        i: { username: 'a\0', password: '\0' },
      }),
      ada,
    ),
    await asked(
      url,
      said('mutation ($i: SendMessageInput!) { sendMessage(input: $i) { message { id } } }', {
        i: { roomId: room.id, body: '\0' },
      }),
      ada,
    ),
    await asked(
      url,
      said('mutation ($i: SendMessageInput!) { sendMessage(input: $i) { message { id } } }', {
        i: { roomId: room.id, body: 'x', nonce: '\0' },
      }),
      ada,
    ),
    await text(fetch(`${url}/uploads/%00`, { headers: ada.bearer })),
    await text(fetch(`${url}/uploads/%2e%2e%2f%2e%2e%2ftertulia.db`, { headers: ada.bearer })),
    await text(fetch(`${url}/nowhere.js`)),
    await text(
      fetch(`${url}/upload`, {
        method: 'POST',
        headers: { ...ada.bearer, 'content-type': 'multipart/form-data' },
        body: 'x',
      }),
    ),
    await raw(url, 'HELLO\r\n\r\n'),
    await raw(url, `GET /%E0%A4%A HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`),
  ];

  // From here on the database is not what the server thinks, and whatever asks it fails in the driver.
  breakIn(settings.DATABASE_URL?.replace('sqlite:', '') ?? '');
  const faults = [
    await asked(
      url,
      said('query ($id: ID!) { room(id: $id) { messages(last: 5) { nodes { body } } } }', { id: room.id }),
      ada,
    ),
    await asked(
      url,
      said('mutation ($i: SendMessageInput!) { sendMessage(input: $i) { message { id } } }', {
        i: { roomId: room.id, body: 'x' },
      }),
      ada,
    ),
    await overSocket(
      url,
      ada,
      said('query ($id: ID!) { room(id: $id) { messages(last: 5) { nodes { body } } } }', { id: room.id }),
    ),
  ];
  for (const fault of faults) expect(fault).toContain('INTERNAL_SERVER_ERROR');
  for (const answer of [...answers, ...faults]) {
    expect(answer).not.toMatch(INSIDES);
    expect(answer).not.toMatch(SECRETS);
  }
  for (const answer of answers) expect(answer).not.toContain('INTERNAL_SERVER_ERROR');
  process.stop();
  await process.exited;
  expect(process.stdout).toContain('no such table');
  expect(process.stdout + process.stderr).not.toMatch(SECRETS);
  expect(process.stdout + process.stderr).not.toContain(ada.refreshToken);
});

function said(query: string, variables: Record<string, unknown>): string {
  return JSON.stringify({ query, variables });
}

function asked(url: string, body: string, { bearer }: Person): Promise<string> {
  return text(
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...bearer }, body }),
  );
}

async function text(answer: Promise<Response>): Promise<string> {
  const body = await (await answer).text();
  return body;
}

async function raw(url: string, request: string): Promise<string> {
  using connection = RawRequest.open(url, request);
  return await connection.ended;
}

async function overSocket(url: string, { bearer }: Person, operation: string): Promise<string> {
  using socket = await BareSocket.acknowledged(url, bearer);
  socket.sends({ opcode: TEXT, payload: `{"type":"subscribe","id":"1","payload":${operation}}` });
  return (await socket.next()).payload.toString();
}

/** Takes a table away from under the running server. */
function breakIn(file: string): void {
  // A reactor may be writing at this moment.
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec('pragma foreign_keys = off; drop table message');
  database.close();
}
