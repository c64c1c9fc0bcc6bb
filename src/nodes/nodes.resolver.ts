import { Args, Context, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { NodeType } from './node.type.js';
import { Nodes } from './nodes.js';

const OF_TWO_TYPES = `A thread has the id of the message that it hangs on: it is found where the selection names Thread and not Message, and the message otherwise.`;

@Resolver()
export class NodesResolver {
  constructor(private readonly found: Nodes) {}

  @Query(() => NodeType, {
    nullable: true,
    description: `What has this id, where the viewer may see it now; null otherwise, whether it exists or not. ${OF_TWO_TYPES} A bot needs MESSAGES_READ.`,
  })
  @Bots()
  async node(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('id', { type: () => ID, description: 'Any `id` of a type that implements Node; any other text is no error.' })
    id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeType | null> {
    const [node] = await this.found.find(scope, viewer, [id], typesNamedIn(info));
    return node ?? null;
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'As `node`, for several ids, in their order; null in the place of each that the viewer may not see.',
  })
  @Bots()
  nodes(
    @Viewer() viewer: Actor,
    @Context() scope: object,
    @Args('ids', { type: () => [ID], description: 'At most 100; more are BAD_USER_INPUT.' }) ids: string[],
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NodeType | null)[]> {
    return this.found.find(scope, viewer, ids, typesNamedIn(info));
  }
}

/** The types of which something of their own is asked. Fragments within each other are a tree: the document has been validated. */
function typesNamedIn({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (!fragment || fragment.kind === Kind.FIELD) continue;
      if (fragment.typeCondition) names.add(fragment.typeCondition.name.value);
      look(fragment.selectionSet.selections);
    }
  };
  for (const { selectionSet } of fieldNodes) look(selectionSet?.selections ?? []);
  return names;
}
