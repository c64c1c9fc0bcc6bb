import { Field, ObjectType } from '@nestjs/graphql';
import { Cursor } from './scalars.js';

/** What the schema says of each list that has pages. */
export const PAGE_INFO = 'Whether there are more pages, and the cursors to ask for them with.';

export const AFTER_IN_LIST =
  "The `endCursor` of the page before, or any edge's cursor of this list; left out, the first page. BAD_CURSOR for a cursor of another list.";

@ObjectType('PageInfo', { description: 'Where a page stands in its list (GraphQL Cursor Connections Specification).' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => Cursor, { nullable: true, description: 'The first entry, for `before`; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => Cursor, { nullable: true, description: 'The last entry, for `after`; null on an empty page.' })
  endCursor!: string | null;
}

/** A page as edges and nodes, from entries and the cursor of each. A cursor is signed when it is asked for. */
export function connectionOf<T>(
  entries: readonly T[],
  cursorOf: (entry: T) => string,
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
): { edges: { node: T; cursor: string }[]; nodes: T[]; pageInfo: PageInfo } {
  const edges = entries.map((node) => ({
    node,
    get cursor() {
      return cursorOf(node);
    },
  }));
  const pageInfo = {
    ...more,
    get startCursor() {
      return edges.at(0)?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, nodes: [...entries], pageInfo };
}
