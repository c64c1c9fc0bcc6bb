import { describe, expect, it } from 'vitest';
import { hasOwnEvents } from '../support/feeds/own-events.js';
import { aBotIn, BOT_SCOPES, comesWith, makesBot, makesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { updatesProfile } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const FEED = 'subscription ($after: Cursor) { events(after: $after) { mark event { __typename } } }';
const ROOM_FEED = 'subscription ($id: ID!) { roomEvents(roomId: $id) { mark event { __typename } } }';
const PAGE = `query ($after: Cursor!, $first: Int) {
  events(after: $after, first: $first) { cursor live mark event { __typename ... on RoomEvent { room { id } } } }
}`;

interface Item {
  readonly cursor: string;
  readonly live: boolean;
  readonly mark: string | null;
  readonly event: { readonly __typename: string; readonly room?: { readonly id: string } } | null;
}

describe('the feed of a token without MESSAGES_READ', () => {
  it('has who comes and goes, and nothing of messages, live, replayed and in pages', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada);
    const bot = await aBotIn(ada, room, { scopes: BOT_SCOPES.filter((scope) => scope !== 'MESSAGES_READ') });
    const start = await cursorOf(bot);
    await using socket = await bot.opensSocket();
    const live = socket.subscribes<{ events: Item }>(FEED);
    await live.until(({ events }) => events.mark === 'OPENED');
    const message = await ada.says('Nobody’s business', room);
    await ada.adds(ben, room);
    await ada.reacts('👍', message);
    await ada.says('Neither is this', room, { threadRootId: message.id });
    await ada.adds(cleo, room);
    const expected = ['MemberJoined', 'MemberJoined'];
    const seen = [await live.next(), await live.next()].map(({ events }) => events.event?.__typename);
    expect(seen).toEqual(expected);
    const replayed = await socket
      .subscribes<{ events: Item }>(FEED, { after: start })
      .until(({ events }) => events.mark === 'CAUGHT_UP');
    expect(kindsOf(replayed.map(({ events }) => events))).toEqual(expected);
    for (const first of [1, 2, 100]) expect(kindsOf(await pagesOf(bot, start, first))).toEqual(expected);
  });
});

describe('the feed of a token for some rooms', () => {
  it('has what happens in these, and nothing of the house or of others', async () => {
    const { ada, ben } = await aCast(server);
    const [inside, outside] = [await aRoom(ada), await aRoom(ada)];
    const bot = await makesBot(ada);
    for (const room of [inside, outside]) await ada.adds({ id: bot.user.id }, room);
    const limited = comesWith(server, bot, await makesToken(ada, bot, { roomIds: [inside.id] }));
    const all = comesWith(server, bot, await makesToken(ada, bot));
    const start = await cursorOf(limited);
    await ada.says('Outside', outside);
    await aRoom(ben);
    await updatesProfile(ada, { displayName: 'Ada Lovelace' });
    await ada.says('Inside', inside);
    const seen = await pagesOf(limited, start, 1);
    expect(kindsOf(seen)).toEqual(['MessageSent']);
    expect(seen.flatMap(({ event }) => event?.room?.id ?? [])).toEqual([inside.id]);
    expect(kindsOf(await pagesOf(all, start, 1))).toEqual([
      'MessageSent',
      'PublicRoomAdded',
      'UserChanged',
      'MessageSent',
    ]);
    await limited.isRefused('NOT_FOUND', 'query ($id: ID!) { events(after: "x", roomId: $id) { cursor } }', {
      id: outside.id,
    });
    await using socket = await limited.opensSocket();
    const { errors } = await socket.subscribes(ROOM_FEED, { id: outside.id }).answer();
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

it('a page looks at ten thousand events, and says where there may be more', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const bot = await aBotIn(ada, room);
  const start = await cursorOf(bot);
  await ada.says('Before', room);
  await hasOwnEvents(server, bot, 12_000);
  await ada.says('After', room);
  const { events: first } = await bot.asks<{ events: Item[] }>(PAGE, { after: start });
  expect(first.map(({ mark, live }) => [mark, live])).toEqual([
    [null, false],
    ['QUIET', false],
  ]);
  const { events: second } = await bot.asks<{ events: Item[] }>(PAGE, { after: first.at(-1)?.cursor });
  expect(second.map(({ mark, live }) => [mark, live])).toEqual([
    [null, false],
    ['CAUGHT_UP', true],
  ]);
});

describe('the feed of a bot', () => {
  it('of one room ends when its owner leaves, who takes it along', async () => {
    const { ada, ben } = await aCast(server);
    const bens = await aRoom(ben, [ada]);
    const bot = await aBotIn(ada, bens);
    await using socket = await bot.opensSocket();
    const feed = socket.subscribes<{ roomEvents: Item }>(ROOM_FEED, { id: bens.id });
    await feed.until(({ roomEvents }) => roomEvents.mark === 'OPENED');
    await ada.leaves(bens);
    const kinds = [await feed.next(), await feed.next()].map(({ roomEvents }) => roomEvents.event?.__typename);
    expect(kinds).toEqual(['MemberLeft', 'MemberLeft']);
    await feed.completes();
  });
});

async function cursorOf(bot: Person): Promise<string> {
  return (await bot.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }')).viewer.eventCursor;
}

/** All pages up to the mark that says that there is nothing more. */
async function pagesOf(bot: Person, start: string, first: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let after = start; ;) {
    const { events } = await bot.asks<{ events: Item[] }>(PAGE, { after, first });
    items.push(...events);
    const last = events.at(-1);
    if (!last || last.mark === 'CAUGHT_UP') return items;
    after = last.cursor;
  }
}

function kindsOf(items: readonly Item[]): string[] {
  return items.flatMap(({ event }) => event?.__typename ?? []);
}
