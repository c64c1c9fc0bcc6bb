import { type FeedAnswer, type FeedEvent, itemOf } from './feed.js';
import type { Person } from '../people/person.js';

export interface Feed {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/**
 * Follows a feed as a client must: handles an item, keeps its cursor, and after a broken line goes on from there. The line
 * breaks, without a word, after as many items as `itemsBeforeCut` says each time.
 */
export async function followWithCuts(
  reader: Person,
  { query, variables }: Feed,
  after: string,
  itemsBeforeCut: () => number,
  isLast: (event: FeedEvent) => boolean,
): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  let cursor = after;
  for (;;) {
    const socket = await reader.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, { ...variables, after: cursor });
    let left = itemsBeforeCut();
    while (left > 0) {
      const { event, cursor: place } = itemOf(await feed.next());
      cursor = place;
      // A mark alone would never end where the line is cut at each item: what counts is what happened.
      if (event) left -= 1;
      if (event) events.push(event);
      if (event && isLast(event)) {
        socket.cut();
        return events;
      }
    }
    socket.cut();
  }
}
