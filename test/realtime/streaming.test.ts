import { expect, it } from 'vitest';
import { aBotIn, BOT_SCOPES, comesWith, makesBot, makesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { adds, begins, type PieceAnswer, ROOM_STREAMS, textOf, watchesStreams } from '../support/people/streaming.js';
import { aServer } from '../support/servers/server.js';
import type { Subscription } from '../support/sockets/socket.js';

const server = await aServer();

async function aTalk() {
  const { ada, ben, otto } = await aCast(server);
  const room = await aRoom(ada, [ben], 'PRIVATE');
  return { ada, ben, otto, room, bot: await aBotIn(ada, room) };
}

function untilDone(watching: Subscription<{ roomStreams: PieceAnswer }>) {
  return watching.until(({ roomStreams }) => roomStreams.isDone);
}

it('who reads along on two devices, and who comes later, have the same text in the end', async () => {
  const { ada, ben, bot, room } = await aTalk();
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const early = [watchesStreams(adas, room), watchesStreams(bens, room)];
  const message = await begins(bot, room);
  const words = Array.from({ length: 40 }, (_, n) => `word ${String(n)} 🌙 `);
  let length = 0;
  for (const word of words.slice(0, 20)) length = await adds(bot, message, word, { offset: length });
  const late = watchesStreams(adas, room);
  const first = await late.next();
  expect(first.roomStreams).toMatchObject({ offset: 0, message: { id: message.id }, isDone: false });
  expect(words.join('')).toContain(first.roomStreams.text);
  for (const word of words.slice(20)) length = await adds(bot, message, word, { offset: length });
  await adds(bot, message, 'End', { offset: length, isDone: true });
  for (const watching of early) {
    const pieces = await untilDone(watching);
    expect(textOf(pieces)).toBe(`${words.join('')}End`);
    // Not one for each that came in.
    expect(pieces.length).toBeLessThan(words.length);
  }
  expect(textOf([first, ...(await untilDone(late))])).toBe(`${words.join('')}End`);
});

it('the feed has the message and one edit of it, live and replayed, however many pieces it came in', async () => {
  const { ada, ben, bot, room } = await aTalk();
  const FEED = `subscription ($id: ID!, $after: Cursor) { roomEvents(roomId: $id, after: $after) {
    cursor mark event { __typename ... on MessageEvent { message { body editedAt isStreaming isBrokenOff } } }
  } }`;
  interface Item {
    readonly roomEvents: {
      readonly cursor: string;
      readonly mark: string | null;
      readonly event: { readonly __typename: string; readonly message: unknown } | null;
    };
  }
  const { room: read } = await ada.asks<{ room: { eventCursor: string } }>(
    'query ($id: ID!) { room(id: $id) { eventCursor } }',
    { id: room.id },
  );
  await using socket = await ben.opensSocket();
  const live = socket.subscribes<Item>(FEED, { id: room.id });
  await live.until(({ roomEvents }) => roomEvents.mark === 'OPENED');
  const message = await begins(bot, room);
  for (let offset = 0; offset < 200; offset += 1) await adds(bot, message, 'x', { offset });
  await adds(bot, message, '', { offset: 200, isDone: true });
  const edited = { body: 'x'.repeat(200), editedAt: null, isStreaming: false, isBrokenOff: false };
  const seen = await live.until(({ roomEvents }) => roomEvents.event?.__typename === 'MessageEdited');
  expect(seen.map(({ roomEvents }) => roomEvents.event?.__typename)).toEqual(['MessageSent', 'MessageEdited']);
  expect(seen.at(-1)?.roomEvents.event?.message).toEqual(edited);
  const again = await socket
    .subscribes<Item>(FEED, { id: room.id, after: read.eventCursor })
    .until(({ roomEvents }) => roomEvents.mark === 'CAUGHT_UP');
  expect(again.flatMap(({ roomEvents: { event } }) => (event ? [event] : []))).toEqual([
    { __typename: 'MessageSent', message: edited },
    { __typename: 'MessageEdited', message: edited },
  ]);
});

it('ends with one’s stay in the room, and is nobody’s who is not in it', async () => {
  const { ada, ben, otto, bot, room } = await aTalk();
  await using ottos = await otto.opensSocket();
  expect(await watchesStreams(ottos, room).refusal()).toBe('NOT_FOUND');
  const message = await begins(bot, room);
  await using bens = await ben.opensSocket();
  const watching = watchesStreams(bens, room);
  await watching.next();
  await ada.removes(ben, room);
  await adds(bot, message, 'Not for Ben');
  await watching.completes();
});

it('is for tokens with MESSAGES_READ, and for their rooms', async () => {
  const { ada } = await aCast(server);
  const [room, elsewhere] = [await aRoom(ada), await aRoom(ada)];
  const made = await makesBot(ada);
  for (const { id } of [room, elsewhere]) await ada.adds({ id: made.user.id }, { id });
  const bot = comesWith(server, made, await makesToken(ada, made));
  const message = await begins(bot, room, { body: 'Hello' });
  const scopes = BOT_SCOPES.filter((scope) => scope !== 'MESSAGES_READ');
  const refused = [
    comesWith(server, made, await makesToken(ada, made, { scopes })),
    comesWith(server, made, await makesToken(ada, made, { roomIds: [elsewhere.id] })),
  ];
  for (const person of refused) {
    await using socket = await person.opensSocket();
    const { errors } = await socket.subscribes(ROOM_STREAMS, { id: room.id }).answer();
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain(errors?.[0]?.extensions.code);
  }
  await using socket = await bot.opensSocket();
  expect((await watchesStreams(socket, room).next()).roomStreams).toMatchObject({
    message: { id: message.id },
    text: 'Hello',
  });
});

it('tells those who read along that a message was deleted or broken off', async () => {
  const { ada, bot, room } = await aTalk();
  await using socket = await ada.opensSocket();
  const watching = watchesStreams(socket, room);
  const deleted = await begins(bot, room, { body: 'Gone soon' });
  await watching.until(({ roomStreams }) => roomStreams.text !== '');
  await ada.deletes(deleted);
  expect((await untilDone(watching)).at(-1)?.roomStreams).toMatchObject({ message: { id: deleted.id }, text: '' });
  const silent = await begins(bot, room);
  await adds(bot, silent, 'So far');
  server.clock.advance({ seconds: 31 });
  const pieces = await untilDone(watching);
  expect(textOf(pieces)).toBe('So far');
});
