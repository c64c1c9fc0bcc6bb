import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, PAGE_OF_EVENTS, readUntil } from '../support/feeds/feed.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { sendsTogether } from '../support/people/sends.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const MESSAGES_AT_ONCE = 37;

it('whoever is further behind than what is kept in memory sees of each room what happened during their stays, and nothing else', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const start = await feedCursorOf(ben);
  const rooms = await Promise.all([aRoom(ada, [ben]), aRoom(ada), aRoom(ada, [ben, cleo]), aRoom(otto, [ada])]);
  const inside = new Set([rooms[0], rooms[2]]);
  for (let round = 0; round < 12; round += 1) {
    const room = rooms[round % 3] ?? rooms[0];
    if (inside.delete(room)) await ben.leaves(room);
    else await ben.joins(room).then(() => inside.add(room));
    const drafts = rooms.map(({ id: roomId }) => ({ roomId, body: `Round ${String(round)}` }));
    await sendsTogether(server, ada, Array.from({ length: MESSAGES_AT_ONCE }, () => drafts).flat());
  }
  const paged = await pagesOf(ben, start);
  expect(paged.length).toBeGreaterThan(500);
  expect(paged.length).toBeLessThan((MESSAGES_AT_ONCE * rooms.length * 12) / 2);

  await using socket = await ben.opensSocket();
  // From before the first stay, and from the middle of one.
  for (const seen of [0, 100]) {
    const after = paged[seen - 1]?.cursor ?? start;
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after });
    const replayed = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
    expect(idsIn(replayed)).toEqual(idsIn(paged.slice(seen)));
  }
});

/** What the query gives, which asks the database page by page. */
async function pagesOf(reader: Person, start: string): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let after = start; ;) {
    const { events } = await reader.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, { after, first: 100 });
    items.push(...events);
    const last = events.at(-1);
    if (!last || last.mark === 'CAUGHT_UP') return items;
    after = last.cursor;
  }
}

function idsIn(items: readonly FeedItem[]): string[] {
  return items.flatMap(({ event }) => event?.id ?? []);
}
