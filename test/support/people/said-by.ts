import type { Person } from './person.js';

const PAGE = `query ($id: ID!, $before: Cursor) {
  room(id: $id) {
    messages(last: 100, before: $before) { nodes { body author { id } } pageInfo { hasPreviousPage startCursor } }
  }
}`;

interface Page {
  readonly room: {
    readonly messages: {
      readonly nodes: readonly { readonly body: string; readonly author: { readonly id: string } | null }[];
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string };
    };
  };
}

/** All that somebody has said in a room, the oldest first, as another one reads it. */
export async function saidBy(
  author: { readonly id: string },
  reader: Person,
  { id }: { readonly id: string },
): Promise<string[]> {
  const bodies: string[] = [];
  let before: string | null = null;
  for (;;) {
    const page: Page = await reader.asks<Page>(PAGE, { id, before });
    const { nodes, pageInfo } = page.room.messages;
    bodies.unshift(...nodes.filter((message) => message.author?.id === author.id).map(({ body }) => body));
    if (!pageInfo.hasPreviousPage) return bodies;
    before = pageInfo.startCursor;
  }
}
