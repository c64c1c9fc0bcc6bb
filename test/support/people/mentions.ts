import type { Person } from './person.js';
import { stateOf } from './reading.js';

interface Place {
  readonly id: string;
}

/** Whom a message names, as somebody sees it. */
export async function mentionsOf(reader: Person, { id }: Place): Promise<{ people: string[]; room: boolean }> {
  const { message } = await reader.asks<{ message: { mentions: Place[]; mentionsRoom: boolean } }>(
    'query ($id: ID!) { message(id: $id) { mentions { id } mentionsRoom } }',
    { id },
  );
  return { people: message.mentions.map((person) => person.id).toSorted(), room: message.mentionsRoom };
}

/** How many unread messages of a room mention somebody. */
export async function mentionsBadge(reader: Person, room: Place): Promise<number | null> {
  return (await stateOf(reader, room))?.unreadMentionCount ?? null;
}

const ACTIVITY = `query ($first: Int, $after: Cursor) {
  viewer { activity(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }
}`;

/** What concerns somebody. */
export async function activityOf(reader: Person, first = 25): Promise<string[]> {
  return (await pagesOfActivity(reader, first)).flat();
}

/** The same, page by page. */
export async function pagesOfActivity(reader: Person, first: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = null; ;) {
    const { viewer }: Activity = await reader.asks<Activity>(ACTIVITY, { first, after });
    pages.push(viewer.activity.nodes.map(({ id }) => id));
    if (!viewer.activity.pageInfo.hasNextPage) return pages;
    after = viewer.activity.pageInfo.endCursor;
  }
}

interface Activity {
  readonly viewer: {
    readonly activity: {
      readonly nodes: readonly Place[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}
