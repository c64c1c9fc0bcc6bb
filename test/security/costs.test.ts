import { expect, test } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

test('lists without pages cost what they can hold, so that few words cannot ask for millions of rows', async () => {
  const { ada } = await aCast(server);
  const room = await ada.creates('Deep');
  const query = `query ($id: ID!) { room(id: $id) { messages(last: 50) { memberEvents { room { messages(last: 50) { memberEvents {
    room { messages(last: 50) { memberEvents { id } } } } } } } } } }`;
  await ada.isRefused('QUERY_TOO_COMPLEX', query, { id: room.id });
});

test('a page around a message costs what it can hold, also where a variable says how much that is', async () => {
  const { ada } = await aCast(server);
  const room = await ada.creates('Around');
  const query = `query ($id: ID!, $count: Int) { room(id: $id) { messagesAround(number: 1, count: $count) {
    memberEvents { room { messagesAround(number: 1, count: $count) { memberEvents { room { messagesAround(number: 1, count: $count) {
    nodes { body } } } } } } } } } }`;
  await ada.asks(query, { id: room.id, count: 1 });
  await ada.isRefused('QUERY_TOO_COMPLEX', query, { id: room.id, count: 100 });
  await ada.asks(query, { id: room.id, count: 1 });
});

test('one level of them is within what may be asked', async () => {
  const { ada } = await aCast(server);
  const room = await ada.creates('Shallow');
  const query = 'query ($id: ID!) { room(id: $id) { messages(last: 50) { memberEvents { id at seq user { id } } } } }';
  await ada.asks(query, { id: room.id });
});

const EXPENSIVE =
  'rooms(first: 100) { nodes { members(first: 100) { nodes { user { id } } } messages(last: 100) { nodes { id author { id } } } } }';

test('a mistake elsewhere in the operation does not hide its cost', async () => {
  const { ada } = await aCast(server);
  const query = `query ($id: ID = "x") { room(id: $id) { id } ${EXPENSIVE} }`;
  await ada.isRefused('BAD_USER_INPUT', query, { id: null });
  await ada.isRefused('QUERY_TOO_COMPLEX', query, { id: 'x' });
});

test('fragments that double are counted, or refused where they cannot be', async () => {
  const { ada } = await aCast(server);
  const doubling = Array.from(
    { length: 14 },
    (_, level) => `fragment F${String(level + 1)} on Room { ...F${String(level)} ...F${String(level)} }`,
  );
  const query = `{ rooms { nodes { ...F14 } } } fragment F0 on Room { id name } ${doubling.join(' ')}`;
  await ada.isRefused('QUERY_TOO_COMPLEX', query);
});

test('looking through all the rooms costs more than the little that is asked of them', async () => {
  const { ada } = await aCast(server);
  const times = (number: number, list: string) =>
    Array.from({ length: number }, (_, index) => `a${String(index)}: ${list} { totalCount }`).join(' ');
  for (const list of ['rooms(query: "a", first: 1)', 'rooms(first: 1)']) {
    await ada.asks(`{ ${times(20, list)} }`);
    await ada.isRefused('QUERY_TOO_COMPLEX', `{ ${times(30, list)} }`);
  }
  await ada.isRefused('QUERY_TOO_COMPLEX', `{ viewer { ${times(30, 'rooms(first: 1)')} } }`);
});

test('what is refused before it is executed answers 400, and not as a fault of the server', async () => {
  const { ada } = await aCast(server);
  expect(await statusOf(ada, `{ ${EXPENSIVE} }`)).toBe(400);
  expect(await statusOf(ada, 'subscription { events { cursor } }')).toBe(400);
  expect(await statusOf(ada, '{ viewer { user { id } } }')).toBe(200);
});

test('600 different pages in one request are answered', async () => {
  const { ada } = await aCast(server);
  for (let number = 1; number <= 10; number += 1) await ada.creates(`${ada.username} ${String(number)}`);
  const pages = Array.from(
    { length: 60 },
    (_, index) => `p${String(index)}: members(first: ${String(index + 1)}) { totalCount }`,
  );
  await ada.asks(`{ viewer { rooms(first: 10) { nodes { ${pages.join(' ')} } } } }`);
});

test('each mutation of a request answers with what is true after it', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('In and out');
  const answer = await ben.asks<Record<string, { room: { viewerMembership: object | null } }>>(
    `mutation ($id: ID!) {
      in: joinRoom(input: { roomId: $id }) { room { viewerMembership { role } } }
      out: leaveRoom(input: { roomId: $id }) { room { viewerMembership { role } } }
      again: joinRoom(input: { roomId: $id }) { room { viewerMembership { role } } }
    }`,
    { id: room.id },
  );
  expect(answer.in?.room.viewerMembership).toEqual({ role: 'MEMBER' });
  expect(answer.out?.room.viewerMembership).toBe(null);
  expect(answer.again?.room.viewerMembership).toEqual({ role: 'MEMBER' });
});

async function statusOf(person: Person, query: string): Promise<number> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...person.bearer },
    body: JSON.stringify({ query }),
  });
  await response.body?.cancel();
  return response.status;
}
