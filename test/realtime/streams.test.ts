import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createClient } from 'graphql-sse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { CONSUME, deletesConsumer } from '../support/feeds/consumer.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { untilUp } from '../support/servers/until-up.js';
import { EventStream } from '../support/streams/event-stream.js';

const server = await aServer();

describe('a stream of server-sent events', () => {
  it('brings what happens in a room, each event with its cursor, and says that nothing holds it back', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using stream = await EventStream.open(ben, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    expect(stream.head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.head.headers.get('cache-control')).toContain('no-store');
    expect(stream.head.headers.get('x-accel-buffering')).toBe('no');
    const opened = await stream.next();
    expect(opened).toMatchObject({ event: 'next', id: itemIn(opened).cursor });
    expect(itemIn(opened).mark).toBe('OPENED');
    await ada.says('Cake?', room);
    const sent = await stream.next();
    expect(itemIn(sent).event?.message?.body).toBe('Cake?');
    expect(sent.id).toBe(itemIn(sent).cursor);
  });

  it('is executed together with the sockets that ask the same, and has the same bytes', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
    await feed.next();
    await using stream = await EventStream.open(ada, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    await stream.next();
    await ada.says('For both', room);
    expect(await stream.data()).toEqual(await feed.next());
  });

  it('goes on behind the last event that its reader has seen, whatever the operation itself says', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const first = await EventStream.open(ada, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    const { id: start = '' } = await first.next();
    await ada.says('One', room);
    const { id: one = '' } = await first.next();
    first.close();
    await ada.says('Two', room);
    for (const after of [undefined, start]) {
      const asked = { query: ROOM_EVENTS, variables: { roomId: room.id, after }, headers: { 'last-event-id': one } };
      await using again = await EventStream.open(ada, asked);
      expect(await untilCaughtUp(again)).toEqual(['Two']);
    }
    const literal = ROOM_EVENTS.replace('after: $after', `after: "${start}"`).replace(', $after: Cursor', '');
    await using again = await EventStream.open(ada, {
      query: literal,
      variables: { roomId: room.id },
      headers: { 'last-event-id': one },
    });
    expect(await untilCaughtUp(again)).toEqual(['Two']);
  });

  it('refuses a cursor that is another feed’s, and tells so within the stream', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const asked = { query: ALL_EVENTS, headers: { 'last-event-id': room.eventCursor } };
    await using stream = await EventStream.open(ada, asked);
    expect((await stream.answer()).errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    expect(await stream.next()).toMatchObject({ event: 'complete', data: '' });
  });

  it('answers a question and a change, and is complete', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await using question = await EventStream.open(ada, { query: '{ viewer { user { username } } }' });
    expect(await question.data()).toEqual({ viewer: { user: { username: ada.username } } });
    expect((await question.rest()).map(({ event }) => event)).toEqual(['complete']);
    const query = `mutation { sendMessage(input: { roomId: "${room.id}", body: "Cake" }) { message { body } } }`;
    await using change = await EventStream.open(ada, { query });
    expect(await change.data()).toEqual({ sendMessage: { message: { body: 'Cake' } } });
    expect((await change.rest()).map(({ event }) => event)).toEqual(['complete']);
  });

  it('tells within the stream what is wrong with an operation, as the protocol wants it', async () => {
    const { ada } = await aCast(server);
    for (const [query, code] of [
      ['{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ rooms(first: 100) { nodes { messages(last: 100) { nodes { body author { id } } } } } }', 'QUERY_TOO_COMPLEX'],
    ] as const) {
      await using stream = await EventStream.open(ada, { query });
      expect((await stream.answer()).errors?.[0]?.extensions.code).toBe(code);
      expect(await stream.next()).toMatchObject({ event: 'complete' });
    }
  });

  it('is complete when its reader leaves the room, behind their own leaving', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using stream = await EventStream.open(ben, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    await stream.next();
    await ben.leaves(room);
    expect(itemIn(await stream.next()).event?.__typename).toBe('MemberLeft');
    expect(await stream.next()).toMatchObject({ event: 'complete' });
    expect(await stream.rest()).toEqual([]);
  });

  it('tells its reader why it ends where another one took over, or the consumer was deleted', async () => {
    const { ada } = await aCast(server);
    const asked = { query: CONSUME, variables: { name: 'echo' } };
    await using older = await EventStream.open(ada, asked);
    await older.next();
    await using newer = await EventStream.open(ada, asked);
    await newer.next();
    expect((await older.answer()).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await older.rest()).map(({ event }) => event)).toEqual(['complete']);
    await deletesConsumer(ada, 'echo');
    expect((await newer.answer()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await newer.rest()).map(({ event }) => event)).toEqual(['complete']);
  });

  it('has a sign of life at every beat, for proxies that hang up on silence', async () => {
    const { ada } = await aCast(server);
    await using stream = await EventStream.open(ada, { query: ALL_EVENTS });
    await stream.next();
    server.app.get(SocketServer).beat();
    server.app.get(SocketServer).beat();
    await ada.asks('mutation { logout { ok } }');
    const signs = (await stream.rest()).filter(({ event, comments }) => event === undefined && comments[0] === '');
    expect(signs.length).toBe(2);
  });
});

describe('a server', () => {
  it('that stops hints when to come back, and misses nobody’s next event', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await using stream = await EventStream.open(ada, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    const { id = '' } = await stream.next();
    await server.restart();
    const farewell = (await stream.rest()).at(-1);
    expect(Number(farewell?.retry)).toBeGreaterThanOrEqual(1000);
    expect(farewell?.event).toBe(undefined);
    await ada.says('After', room);
    const asked = { query: ROOM_EVENTS, variables: { roomId: room.id }, headers: { 'last-event-id': id } };
    await using again = await EventStream.open(ada, asked);
    expect(await untilCaughtUp(again)).toEqual(['After']);
  });

  it('that is killed leaves nothing out and brings nothing twice', async () => {
    const spawned = await aSpawnedServer();
    const ada = await Person.registers(spawned, 'ada');
    const room = await aRoom(ada);
    const asked = { query: ROOM_EVENTS, variables: { roomId: room.id } };
    const stream = await EventStream.open(ada, asked);
    await stream.next();
    const seen: (string | undefined)[] = [];
    await ada.says('One', room);
    const one = await stream.next();
    seen.push(itemIn(one).event?.message?.body);
    await Promise.all([spawned.killAndStart(), expect(stream.rest()).rejects.toThrow()]);
    await untilUp(spawned, () => ada.says('Two', room, { nonce: 'two' }));
    await using again = await EventStream.open(ada, { ...asked, headers: { 'last-event-id': one.id ?? '' } });
    seen.push(...(await untilCaughtUp(again)));
    await ada.says('Three', room);
    seen.push(itemIn(await again.next()).event?.message?.body);
    expect(seen).toEqual(['One', 'Two', 'Three']);
  });
});

describe('others’ clients', () => {
  // Not every machine has it; others' clients are tried above all the same.
  it.skipIf(spawnSync('curl', ['--version']).status !== 0)('curl -N follows a room by GET and by POST', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const query =
      'subscription ($roomId: ID!) { roomEvents(roomId: $roomId) { mark event { ... on MessageSent { message { body } } } } }';
    const asked = { query, variables: { roomId: room.id } };
    const url = `${server.url}/graphql/stream`;
    const address = `${url}?${new URLSearchParams({ query, variables: JSON.stringify(asked.variables) }).toString()}`;
    const json = ['-H', 'Content-Type: application/json', '-d', JSON.stringify(asked)];
    for (const way of [[address], [url, ...json]]) {
      const lines = curl(ben, way);
      expect(await nextData(lines)).toContain('OPENED');
      await ada.says('Hello, curl', room);
      expect(await nextData(lines)).toContain('Hello, curl');
    }
  });

  it('graphql-sse asks and follows, and goes on where it was when the server was gone, or the token had run out', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    let lastSeen = '';
    // The client comes back once it has missed something.
    let missed = Promise.withResolvers<undefined>();
    const client = createClient({
      url: `${server.url}/graphql/stream`,
      headers: () => ({ ...ada.bearer, ...(lastSeen !== '' && { 'last-event-id': lastSeen }) }),
      retry: () => missed.promise,
    });
    onTestFinished(() => {
      client.dispose();
    });
    const question = client.iterate<{ viewer: { user: { username: string } } }>({
      query: '{ viewer { user { username } } }',
    });
    const answer = await question.next();
    if (answer.done === true) throw new Error('The question was not answered.');
    expect(answer.value.data?.viewer.user.username).toBe(ada.username);
    const feed = client.iterate<FeedAnswer>({ query: ROOM_EVENTS, variables: { roomId: room.id } });
    const next = async () => {
      const step = await feed.next();
      if (step.done === true || !step.value.data) throw new Error(`No item: ${JSON.stringify(step)}`);
      const item = itemOf(step.value.data);
      lastSeen = item.cursor;
      return item;
    };
    expect((await next()).mark).toBe('OPENED');
    await ada.says('One', room);
    expect((await next()).event?.message?.body).toBe('One');
    await server.restart();
    await ada.says('Two', room);
    missed.resolve(undefined);
    const said: string[] = [];
    const readUntil = async (body: string): Promise<void> => {
      while (!said.includes(body)) said.push(...bodyIn(await next()));
    };
    await readUntil('Two');
    server.clock.advance({ minutes: 15, seconds: 1 });
    ada.accessToken = (await Person.signsIn(server, ada.username)).accessToken;
    missed = Promise.withResolvers();
    server.app.get(SocketServer).beat();
    await ada.says('Three', room);
    missed.resolve(undefined);
    await readUntil('Three');
    expect(said).toEqual(['Two', 'Three']);
  });
});

function itemIn({ data }: { data: string }) {
  return itemOf((JSON.parse(data) as { data: FeedAnswer }).data);
}

function bodyIn({ event }: FeedItem): string[] {
  return event?.message ? [event.message.body] : [];
}

/** What was said until the reader has caught up. */
async function untilCaughtUp(stream: EventStream): Promise<string[]> {
  const said: string[] = [];
  for (;;) {
    const item = itemIn(await stream.next());
    if (item.mark === 'CAUGHT_UP') return said;
    said.push(...bodyIn(item));
  }
}

/** The lines that curl prints, as they come. */
function curl({ accessToken }: Person, rest: readonly string[]): AsyncIterator<string> {
  const child = spawn('curl', ['-sSN', '-H', `Authorization: Bearer ${accessToken}`, ...rest]);
  onTestFinished(() => {
    child.kill();
  });
  return createInterface(child.stdout)[Symbol.asyncIterator]();
}

async function nextData(lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) throw new Error('curl has ended.');
    if (line.value.startsWith('data: ')) return line.value;
  }
}
