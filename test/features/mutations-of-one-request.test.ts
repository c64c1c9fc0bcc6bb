import { readFileSync } from 'node:fs';
import { buildSchema, isNonNullType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { type Answer, post } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';
import { EventStream } from '../support/streams/event-stream.js';

const server = await aServer();

const BATCH = `mutation ($roomId: ID!) {
  one: sendMessage(input: { roomId: $roomId, body: "One" }) { message { body } }
  two: sendMessage(input: { roomId: $roomId, body: "" }) { message { body } }
  three: sendMessage(input: { roomId: $roomId, body: "Three" }) { message { body } }
}`;

type Ask = (person: Person, query: string, variables: Record<string, unknown>) => Promise<Answer<unknown>>;

const WAYS: [name: string, ask: Ask][] = [
  ['HTTP', (person, query, variables) => post(server.url, query, variables, person.bearer)],
  [
    'a socket',
    async (person, query, variables) => {
      await using socket = await person.opensSocket();
      return await socket.subscribes(query, variables).answer();
    },
  ],
  [
    'a stream',
    async (person, query, variables) => {
      await using stream = await EventStream.open(person, { query, variables });
      return await stream.answer();
    },
  ],
];

describe.each(WAYS)('of three mutations in one request over %s', (_, ask) => {
  it('the one that fails answers null with its error, and the others were done and say so', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const { data, errors = [] } = await ask(ada, BATCH, { roomId: room.id });
    expect(data).toEqual({ one: { message: { body: 'One' } }, two: null, three: { message: { body: 'Three' } } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['two'], 'BAD_USER_INPUT']]);
    expect(await bodiesIn(ada, room)).toEqual(['One', 'Three']);
  });

  it('each that somebody outside may not do is refused for itself, and nothing is done', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    const { data, errors = [] } = await ask(otto, BATCH, { roomId: room.id });
    expect(data).toEqual({ one: null, two: null, three: null });
    expect(errors.map(({ path }) => path?.[0])).toEqual(['one', 'two', 'three']);
    expect(await bodiesIn(ada, room)).toEqual([]);
  });
});

it('every mutation may answer null for itself', () => {
  const fields = buildSchema(readFileSync('schema.graphql', 'utf8')).getMutationType()?.getFields() ?? {};
  const forAll = Object.values(fields).filter(({ type }) => isNonNullType(type));
  expect(Object.keys(fields).length).toBeGreaterThan(50);
  expect(forAll.map(({ name }) => name)).toEqual([]);
});

async function bodiesIn(person: Person, { id }: { id: string }): Promise<string[]> {
  const query = 'query ($id: ID!) { room(id: $id) { messages(last: 10) { nodes { body } } } }';
  const { room } = await person.asks<{ room: { messages: { nodes: { body: string }[] } } }>(query, { id });
  return room.messages.nodes.map(({ body }) => body);
}
