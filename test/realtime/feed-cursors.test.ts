import { describe, expect, it } from 'vitest';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, itemOf, PAGE_OF_EVENTS, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('a cursor is refused as BAD_CURSOR', () => {
  it('where it is of another room, or of the other feed', async () => {
    const { ada } = await aCast(server);
    const [here, there] = [await aRoom(ada), await aRoom(ada)];
    expect(await answers(ada, there.eventCursor, here)).toEqual(allWith('BAD_CURSOR'));
    expect(await answers(ada, await feedCursorOf(ada), here)).toEqual(allWith('BAD_CURSOR'));
    expect(await answers(ada, here.eventCursor)).toEqual(allWith('BAD_CURSOR'));
  });

  it('where it is of a list, not of a feed', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.says('Hello', room);
    const { pageInfo } = (
      await ada.asks<{ room: { messages: { pageInfo: { endCursor: string } } } }>(
        'query ($id: ID!) { room(id: $id) { messages { pageInfo { endCursor } } } }',
        { id: room.id },
      )
    ).room.messages;
    expect(await answers(ada, pageInfo.endCursor, room)).toEqual(allWith('BAD_CURSOR'));
    expect(await answers(ada, pageInfo.endCursor)).toEqual(allWith('BAD_CURSOR'));
  });

  it('where the server did not make it', async () => {
    const { ada } = await aCast(server);
    const made = await feedCursorOf(ada);
    const others = [
      '',
      'x',
      '0',
      'null',
      '😀',
      'A'.repeat(20),
      'A'.repeat(100_000),
      made.slice(1),
      `${made}A`,
      `${made}=`,
    ];
    for (const cursor of others) expect(await answers(ada, cursor), cursor.slice(0, 50)).toEqual(allWith('BAD_CURSOR'));
  });

  it('where a single character of it was changed', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.says('Hello', room);
    const cursor = await feedCursorOf(ada);
    // The last character may carry bits that decoders ignore, so that it is another spelling of the same bytes.
    for (let at = 0; at < cursor.length - 1; at += 1) {
      const tampered = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      await ada.isRefused('BAD_CURSOR', PAGE_OF_EVENTS, { after: tampered });
    }
  });
});

describe('a cursor has expired', () => {
  it('where a restore gave the log another epoch', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const before = await feedCursorOf(ada);
    await server.app
      .get(Database)
      .write(NO_LOCKS, ({ em }) => em.execute("update log_identity set epoch = 'restored'"));
    await server.restart();
    expect(await answers(ada, before)).toEqual(allWith('CURSOR_EXPIRED'));
    expect(await answers(ada, room.eventCursor, room)).toEqual(allWith('CURSOR_EXPIRED'));
    expect(await answers(ada, await feedCursorOf(ada))).toEqual(allWith('CAUGHT_UP'));
  });

  it('where its position is beyond the log, or another event stands there', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.says('Lost by the restore', room);
    const lost = await feedCursorOf(ada);
    // As a backup of a moment before, put back without a word about it.
    await server.app.get(Database).write(NO_LOCKS, async ({ em }) => {
      await em.execute('delete from event where position = (select max(position) from event)');
      await em.execute("update sqlite_sequence set seq = (select max(position) from event) where name = 'event'");
      await em.execute('update room set last_seq = last_seq - 1 where id = ?', [room.id]);
    });
    await server.restart();
    expect(await answers(ada, lost)).toEqual(allWith('CURSOR_EXPIRED'));
    await ada.says('Said after the restore', room);
    expect(await answers(ada, lost)).toEqual(allWith('CURSOR_EXPIRED'));
    expect(await answers(ada, await feedCursorOf(ada))).toEqual(allWith('CAUGHT_UP'));
  });
});

describe('a cursor names no person', () => {
  it('so Cleo goes on where Ada was', async () => {
    const { ada, cleo } = await aCast(server);
    const room = await aRoom(ada, [cleo]);
    await using adas = await ada.opensSocket();
    const opened = itemOf(await adas.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }).next());
    await ada.says('Hello, Cleo', room);
    await using cleos = await cleo.opensSocket();
    const feed = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: opened.cursor });
    const [hello] = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
    expect(hello).toMatchObject({ event: { message: { body: 'Hello, Cleo' } } });
  });

  it('and opens nothing to Otto', async () => {
    const { ada, otto } = await aCast(server);
    const [open, hidden] = [await aRoom(ada), await aRoom(ada, [], 'PRIVATE')];
    expect(await answers(otto, open.eventCursor, open)).toEqual(allWith('FORBIDDEN'));
    expect(await answers(otto, hidden.eventCursor, hidden)).toEqual(allWith('NOT_FOUND'));
  });
});

it('cursors outlive a restart', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const cursor = await feedCursorOf(ada);
  await server.restart();
  expect(await answers(ada, cursor)).toEqual(allWith('CAUGHT_UP'));
  expect((await answers(ada, room.eventCursor, room)).page).not.toMatch(/CURSOR/);
});

interface Answers {
  readonly subscription: string;
  readonly page: string;
}

/** What the feed of a room, or of all rooms, makes of a cursor: a refusal's code, or the mark with which it begins. */
async function answers(reader: Person, after: string, room?: { id: string }): Promise<Answers> {
  await using socket = await reader.opensSocket();
  const open = () =>
    room
      ? socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after })
      : socket.subscribes<FeedAnswer>(ALL_EVENTS, { after });
  const first = await open()
    .next()
    .then(itemOf, () => undefined);
  const subscription = first ? (first.mark ?? 'an event') : await open().refusal();
  try {
    const variables = { after, ...(room && { roomId: room.id }) };
    const { events } = await reader.asks<{ events: { mark: string | null }[] }>(PAGE_OF_EVENTS, variables);
    return { subscription, page: events[0]?.mark ?? 'an event' };
  } catch (error) {
    return { subscription, page: String(error).replace(/^AnsweredWithErrors: (\w+):.*$/s, '$1') };
  }
}

function allWith(answer: string): Answers {
  return { subscription: answer, page: answer };
}
