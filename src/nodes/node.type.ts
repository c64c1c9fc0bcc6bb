import { Field, ID, InterfaceType } from '@nestjs/graphql';

const typeNames = new WeakMap<object, string>();

/** Notes the type in the schema of what was found by its id: its shape does not tell. */
export function named(typeName: string, node: NodeType): NodeType {
  typeNames.set(node, typeName);
  return node;
}

@InterfaceType('Node', {
  resolveType: (node: object) => typeNames.get(node),
  description:
    'Something that has an id, by which it can be read again (GraphQL Global Object Identification Specification): see `node`.',
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque, and the same for ever.' })
  id!: string;
}
