import { describe, expect, it, vi } from 'vitest';
import { NamedMessages } from '#server/messages/named-messages.js';
import { Reactors } from '#server/reactors/index.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { sendsTogether } from '../support/people/sends.js';
import { aServer } from '../support/servers/server.js';
import type { Socket, Subscription } from '../support/sockets/socket.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const ITEM = 'cursor mark live event { ... on MessageSent { message { number } } }';
const ROOM = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) { ${ITEM} } }`;
const ALL = `subscription ($after: Cursor) { item: events(after: $after) { ${ITEM} } }`;
const ON_EACH_SOCKET = 5;

interface Item {
  readonly cursor: string;
  readonly mark: 'OPENED' | 'CAUGHT_UP' | 'QUIET' | null;
  readonly live: boolean;
  readonly event: { readonly message?: { readonly number: number } } | null;
}

type Follows = (socket: Socket, after?: string) => Subscription<{ readonly item: Item }>;

/** What is in memory is the newest 512 events; who has missed more is served from further back. */
const STORMS = [
  ['a thousand at once, after 300 messages', { readers: 1000, missed: 300, places: 1, restart: false }],
  ['from 100 places, up to 1,500 messages ago', { readers: 200, missed: 1500, places: 100, restart: false }],
  ['the same to a server that was restarted', { readers: 200, missed: 1500, places: 100, restart: true }],
] as const;

describe.each([
  ['roomEvents', ROOM],
  ['events', ALL],
] as const)('whoever follows %s and is cut off with all the others comes back', (name, query) => {
  it.each(STORMS)('%s: each gets all, read once and executed once', async (_, storm) => {
    const { readers, missed, places, restart } = storm;
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const variables = name === 'roomEvents' ? { roomId: room.id } : {};
    const follows: Follows = (socket, after) => socket.subscribes(query, { ...variables, after });
    const away = await aCrowd([ada, ben, cleo], readers, () => undefined, follows);
    const [opened] = await Promise.all(away.feeds.map((feed) => feed.next()));
    for (const socket of away.sockets) socket.cut();
    await sendsTogether(server, ada, draftsFor(room, numbersAfter(0, missed)));
    // As of those who are cut off again while they catch up: each has come to a place of their own.
    const cursors = [opened?.item.cursor, ...(await cursorsAfter(opened?.item.cursor, missed, ben, follows))];
    const placeOf = (reader: number): number => Math.floor(((reader % places) * missed) / places);
    if (restart) await server.restart();

    // They read the log as well, which is not what is counted here.
    await expect.poll(() => Object.values(server.app.get(Reactors).lags()).some((lag) => lag > 0)).toBe(false);
    using executions = countExecutions();
    let back: Crowd | undefined;
    const statements = await statementsDuring(server, async () => {
      back = await aCrowd([ada, ben, cleo], readers, (reader) => cursors[placeOf(reader)], follows);
      for (const [reader, feed] of back.feeds.entries()) {
        const items = await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
        const numbers = items.slice(0, -1).map(({ item }) => item.event?.message?.number);
        expect(numbers.join()).toBe(numbersAfter(placeOf(reader), missed).join());
      }
    });
    // Further back, a hundred are read at a time; and cursors are checked, some hundreds at a time.
    expect(statements.filter(readsEvents).length).toBeLessThanOrEqual(8 + missed / 100);
    expect(executions.count()).toBe(missed);

    await sendsTogether(server, ada, draftsFor(room, [missed + 1]));
    const lives = await Promise.all(back?.feeds.map((feed) => feed.next()) ?? []);
    expect(lives).toHaveLength(readers);
    for (const { item } of lives)
      expect(item).toMatchObject({ live: true, event: { message: { number: missed + 1 } } });
    expect(executions.count()).toBe(missed + 1);
    await Promise.all(back?.sockets.map((socket) => socket.close()) ?? []);
  });
});

interface Crowd {
  readonly sockets: readonly Socket[];
  readonly feeds: readonly ReturnType<Follows>[];
}

/** So many feeds on sockets of these people in turn. */
async function aCrowd(
  people: readonly Person[],
  size: number,
  after: (reader: number) => string | undefined,
  follows: Follows,
): Promise<Crowd> {
  const turns = Array.from({ length: size / ON_EACH_SOCKET }, (_, index) => people.slice(index % people.length)[0]);
  const sockets = await Promise.all(turns.flatMap((person) => person?.opensSocket() ?? []));
  const feeds = Array.from({ length: ON_EACH_SOCKET }, () => sockets).flat();
  return { sockets, feeds: feeds.map((socket, reader) => follows(socket, after(reader))) };
}

function draftsFor({ id: roomId }: { id: string }, numbers: readonly number[]) {
  return numbers.map((number) => ({ roomId, body: String(number) }));
}

/** The cursors of so many events after a place. */
async function cursorsAfter(
  place: string | undefined,
  count: number,
  reader: Person,
  follows: Follows,
): Promise<string[]> {
  await using socket = await reader.opensSocket();
  const items = await follows(socket, place).until(({ item }) => item.event?.message?.number === count);
  return items.map(({ item }) => item.cursor);
}

function numbersAfter(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index + 1);
}

function readsEvents(sql: string): boolean {
  return /\b(from|join) `?event\b/.test(sql);
}

/** How often the message of an event was asked for, which every execution does once. */
function countExecutions(): { count(): number } & Disposable {
  const spy = vi.spyOn(server.app.get(NamedMessages), 'get');
  return {
    count: () => spy.mock.calls.length,
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
