import { Field, ObjectType } from '@nestjs/graphql';
import { Cursor } from './scalars.js';

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

/** A page as edges and nodes, from entries and the cursor of each. */
export function connectionOf<T>(
  entries: readonly T[],
  cursorOf: (entry: T) => string,
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
): { edges: { node: T; cursor: string }[]; nodes: T[]; pageInfo: PageInfo } {
  const edges = entries.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    nodes: [...entries],
    pageInfo: { ...more, startCursor: edges.at(0)?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
