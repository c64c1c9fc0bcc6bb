import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** Where a question about the schema is asked, and what it may cost. */
interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly limit: number;
}

export function isIntrospection(fieldName: string): boolean {
  return fieldName === SchemaMetaFieldDef.name || fieldName === TypeMetaFieldDef.name;
}

/** The schema is in memory: two values of it are less work than one that is read from the database. */
const VALUES_FOR_ONE = 2;

/**
 * What a question about the schema costs: one for every two values of its answer. The schema stays as it is, so they are counted and not guessed; once
 * they cost more than the limit, nobody counts on.
 */
export function costOfIntrospection({ schema, document, variables, limit }: Asked, asked: FieldNode): number {
  const maxValues = limit * VALUES_FOR_ONE;
  let values = 1;

  const countField = (node: FieldNode, parent: GraphQLObjectType, source: unknown): void => {
    values += 1;
    const field = parent.getFields()[node.name.value];
    if (!field || values > maxValues) return;
    countBelow(node, getNamedType(field.type), resolved(field, node, source));
  };

  const countBelow = (node: FieldNode, type: unknown, found: unknown): void => {
    if (!node.selectionSet || !isObjectType(type) || found == null) return;
    for (const entry of Array.isArray(found) ? found : [found]) {
      values += 1;
      countSelections(node.selectionSet, type, entry);
    }
  };

  const countSelections = ({ selections }: SelectionSetNode, type: GraphQLObjectType, source: unknown): void => {
    for (const selection of selections) {
      if (values > maxValues) return;
      if (selection.kind === Kind.FIELD) countField(selection, type, source);
      else if (selection.kind === Kind.INLINE_FRAGMENT) countSelections(selection.selectionSet, type, source);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) countSelections(fragment, type, source);
      }
    }
  };

  // Of all that a resolver is told, those of introspection look at the schema alone.
  const info = { schema } as GraphQLResolveInfo;
  const resolved = (field: GraphQLField<unknown, unknown>, node: FieldNode, source: unknown): unknown =>
    field.resolve?.(source, getArgumentValues(field, node, variables), null, info);

  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet]] : [],
    ),
  );
  const root = asked.name.value === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef;
  countBelow(asked, getNamedType(root.type), resolved(root, asked, null));
  return Math.ceil(values / VALUES_FOR_ONE);
}
