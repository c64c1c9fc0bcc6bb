import { describe, expect, it } from 'vitest';
import { BareSocket, CLOSE } from '../support/sockets/bare-socket.js';
import { aCast } from '../support/people/cast.js';
import { refusalIn } from '../support/requests/exchange.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { ROOM_EVENTS } from '../support/feeds/feed.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const PRESENCE = 'subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { hereCount } }';

describe('a socket is closed', () => {
  it('with 4408 where it says nothing for three seconds', async () => {
    using socket = await RawSocket.open(server.url);
    expect(await socket.closed).toBe(4408);
  });

  it('with 4401 where it asks before it is acknowledged', async () => {
    using socket = await RawSocket.open(server.url);
    socket.says({ type: 'subscribe', id: '1', payload: { query: '{ viewer { eventCursor } }' } });
    expect(await socket.closed).toBe(4401);
  });

  it('with 4429 where it says hello twice', async () => {
    using socket = await RawSocket.acknowledged(server.url);
    socket.says({ type: 'connection_init' });
    expect(await socket.closed).toBe(4429);
  });

  it('with 4409 where two operations share an id', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    using socket = await RawSocket.acknowledged(server.url, ada.bearer);
    const subscribe = {
      type: 'subscribe',
      id: 'same',
      payload: { query: ROOM_EVENTS, variables: { roomId: room.id } },
    };
    socket.says(subscribe);
    expect(await socket.next()).toMatchObject({ type: 'next', id: 'same' });
    socket.says(subscribe);
    expect(await socket.closed).toBe(4409);
  });

  it('with 4409 where it gives an id to another operation before the server has done with the first, and nothing is left of either', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    using socket = await RawSocket.acknowledged(server.url, ada.bearer);
    const subscribe = { type: 'subscribe', id: '1', payload: { query: ROOM_EVENTS, variables: { roomId: room.id } } };
    for (const frame of [subscribe, { type: 'complete', id: '1' }, subscribe]) socket.says(frame);
    expect(await socket.closed).toBe(4409);
    await using bens = await ben.opensSocket();
    const watching = bens.subscribes<{ roomPresence: { hereCount: number } }>(PRESENCE, { roomId: room.id });
    await watching.until(({ roomPresence }) => roomPresence.hereCount === 1);
  });

  it('with 4409 where it gives the id of a subscription to another in the breath in which it ends it, and ends nothing unasked', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    using socket = await BareSocket.acknowledged(server.url, ada.bearer);
    const subscribe = { type: 'subscribe', id: '1', payload: { query: ROOM_EVENTS, variables: { roomId: room.id } } };
    socket.says(subscribe);
    await socket.next();
    socket.atOnce(() => {
      socket.says({ type: 'complete', id: '1' });
      socket.says(subscribe);
    });
    const { opcode, payload } = await socket.next();
    expect({ opcode, code: payload.readUInt16BE(0) }).toEqual({ opcode: CLOSE, code: 4409 });
  });

  it.each([
    ['no JSON', 'hello'],
    ['no message', '{}'],
    ['a message of no known type', '{"type":"surprise"}'],
    ['a message without its parts', '{"type":"subscribe","id":"1"}'],
    ['an id that is no text', '{"type":"subscribe","id":1,"payload":{"query":"{ viewer { eventCursor } }"}}'],
    ['bytes', Buffer.from('{"type":"ping"}')],
  ])('with 4400 where it sends %s', async (_, frame) => {
    using socket = await RawSocket.acknowledged(server.url);
    socket.says(frame);
    expect(await socket.closed).toBe(4400);
  });

  it('with 1009 where a frame is too big', async () => {
    using socket = await RawSocket.acknowledged(server.url);
    socket.says(JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(300_000) } }));
    expect(await socket.closed).toBe(1009);
  });
});

it('a socket that keeps to the rules stays open', async () => {
  using socket = await RawSocket.acknowledged(server.url);
  socket.says({ type: 'ping', payload: { text: 'x'.repeat(200_000) } });
  expect(await socket.next()).toMatchObject({ type: 'pong' });
  socket.says({ type: 'complete', id: 'never begun' });
  socket.says({ type: 'subscribe', id: '1', payload: { query: '{ viewer { eventCursor } }' } });
  expect(await socket.next()).toMatchObject({ type: 'next', id: '1', payload: { data: { viewer: null } } });
  expect(await socket.next()).toEqual({ type: 'complete', id: '1' });
  socket.says({ type: 'subscribe', id: '1', payload: { query: '{ viewer { eventCursor } }' } });
  expect(await socket.next()).toMatchObject({ type: 'next', id: '1' });
});

it('what is unsubscribed says nothing more, and makes room', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await using socket = await ada.opensSocket();
  const ended = socket.subscribes(ROOM_EVENTS, { roomId: room.id });
  const kept = socket.subscribes(ROOM_EVENTS, { roomId: room.id });
  await ended.next();
  await kept.next();
  ended.unsubscribe();
  await ada.says('Who hears me?', room);
  await kept.next();
  expect(ended.waiting).toBe(0);
});

it('a socket runs 200 operations at once, and more are refused until one ends', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await using socket = await ada.opensSocket();
  const open = Array.from({ length: 200 }, () => socket.subscribes(PRESENCE, { roomId: room.id }));
  for (const subscription of open) await subscription.next();
  expect(refusalIn(await socket.subscribes(PRESENCE, { roomId: room.id }).answer())).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfter: 1,
  });
  expect(await socket.subscribes('{ viewer { eventCursor } }').refusal()).toBe('RATE_LIMITED');
  open[0]?.unsubscribe();
  await socket.subscribes(PRESENCE, { roomId: room.id }).next();
});
