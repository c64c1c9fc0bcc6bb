import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field as it is written, and what it may turn out to be where the type is one of several. */
type Judge = (node: FieldNode, definitions: readonly GraphQLField<unknown, unknown>[]) => boolean;

export function fragmentsOf({ definitions }: DocumentNode): Asked['fragments'] {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Whether something holds for every field that is asked of a type, however deep. The document has been validated: no fragment holds itself. */
export function everyField(
  asked: Asked,
  type: GraphQLNamedType | null | undefined,
  { selections }: SelectionSetNode,
  holds: Judge,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = asked.fragments[selection.name.value];
      return fragment !== undefined && everyField(asked, typeNamed(asked, fragment), fragment.selectionSet, holds);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition ? typeNamed(asked, selection) : type;
      return everyField(asked, narrowed, selection.selectionSet, holds);
    }
    const definitions = definitionsOf(asked, type, selection.name.value);
    if (!holds(selection, definitions)) return false;
    if (!selection.selectionSet) return true;
    const [definition] = definitions;
    return definition !== undefined && everyField(asked, getNamedType(definition.type), selection.selectionSet, holds);
  });
}

/** Whether a field shows each viewer something else, in whatever it may turn out to be. */
export function isViewerDependent(definitions: readonly GraphQLField<unknown, unknown>[]): boolean {
  return definitions.some(({ extensions }) => extensions.viewerDependent === true);
}

function definitionsOf(
  { schema }: Asked,
  type: GraphQLNamedType | null | undefined,
  name: string,
): GraphQLField<unknown, unknown>[] {
  const types = [type, ...(type && isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
  return types.flatMap((one) => (isObjectType(one) || isInterfaceType(one) ? (one.getFields()[name] ?? []) : []));
}

function typeNamed(
  { schema }: Asked,
  { typeCondition }: { readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined },
): GraphQLNamedType | undefined {
  return typeCondition && schema.getType(typeCondition.name.value);
}
