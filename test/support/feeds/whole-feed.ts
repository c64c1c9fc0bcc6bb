import { type FeedItem, PAGE_OF_EVENTS } from './feed.js';
import type { Person } from '../people/person.js';

/** All that a feed holds since a position, page by page: of one room, or of all rooms of the reader. */
export async function wholeFeed(reader: Person, start: string, room?: { id: string }): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let after = start; items.at(-1)?.mark !== 'CAUGHT_UP'; after = items.at(-1)?.cursor ?? '') {
    const { events } = await reader.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, { after, roomId: room?.id });
    items.push(...events);
  }
  return items;
}
