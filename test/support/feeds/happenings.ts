import { type FeedEvent, type FeedItem, PAGE_OF_EVENTS } from './feed.js';
import type { Person } from '../people/person.js';

/** What happened in a room since a position of it, as somebody in it reads it: up to a page. */
export async function happenings(
  reader: Person,
  { id: roomId, eventCursor: after }: { id: string; eventCursor: string },
): Promise<FeedEvent[]> {
  const { events } = await reader.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, { after, roomId, first: 100 });
  return events.flatMap(({ event }) => event ?? []);
}

/** The same in short: "MemberJoined", "MessageSent", … */
export async function kindsOfHappenings(reader: Person, room: { id: string; eventCursor: string }): Promise<string[]> {
  return (await happenings(reader, room)).map(({ __typename }) => __typename);
}
