import type { Person } from './person.js';

export const SEARCH = `query ($query: String!, $roomId: ID, $timeZone: String, $first: Int, $after: Cursor) {
  search(query: $query, roomId: $roomId, timeZone: $timeZone, first: $first, after: $after) {
    nodes { message { id body room { id } author { username } } excerpt { text isMatch } }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    indexedSince
  }
}`;

export interface Hits {
  readonly nodes: readonly {
    readonly message: { readonly id: string; readonly body: string };
    readonly excerpt: readonly { readonly text: string; readonly isMatch: boolean }[];
  }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly indexedSince: string | null;
}

interface More {
  readonly roomId?: string;
  readonly timeZone?: string;
  readonly first?: number;
  readonly after?: string | null;
}

export async function searches(who: Person, query: string, more: More = {}): Promise<Hits> {
  return (await who.asks<{ search: Hits }>(SEARCH, { query, ...more })).search;
}

/** The bodies of what somebody finds, newest first. */
export async function finds(who: Person, query: string, more: More = {}): Promise<string[]> {
  return (await searches(who, query, more)).nodes.map(({ message }) => message.body);
}
