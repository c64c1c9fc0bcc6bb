import {
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
  visit,
} from 'graphql';

interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** Whether what is asked below a field depends neither on who looks nor on variables. The document has been validated: no fragment holds itself. */
export function isSameForReaders(asked: Asked, { type }: GraphQLField<unknown, unknown>, node: FieldNode): boolean {
  return node.selectionSet === undefined || isSame(asked, getNamedType(type), node.selectionSet);
}

function isSame(asked: Asked, type: GraphQLNamedType | undefined, { selections }: SelectionSetNode): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = asked.fragments[selection.name.value];
      return fragment !== undefined && isSame(asked, typeNamed(asked, fragment), fragment.selectionSet);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition ? typeNamed(asked, selection) : type;
      return isSame(asked, narrowed, selection.selectionSet);
    }
    if (holdsVariable(selection)) return false;
    const definitions = definitionsOf(asked, type, selection.name.value);
    if (definitions.some(({ extensions }) => extensions.viewerDependent === true)) return false;
    const [definition] = definitions;
    if (!selection.selectionSet) return true;
    return definition !== undefined && isSame(asked, getNamedType(definition.type), selection.selectionSet);
  });
}

/** The field, and what it may turn out to be where the type is one of several. */
function definitionsOf(
  { schema }: Asked,
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown>[] {
  const types = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
  return types.flatMap((one) => (isObjectType(one) || isInterfaceType(one) ? (one.getFields()[name] ?? []) : []));
}

function typeNamed(
  { schema }: Asked,
  { typeCondition }: { readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined },
): GraphQLNamedType | undefined {
  return typeCondition && schema.getType(typeCondition.name.value);
}

function holdsVariable({ arguments: given = [] }: FieldNode): boolean {
  let holds = false;
  for (const argument of given)
    visit(argument, {
      Variable: () => {
        holds = true;
      },
    });
  return holds;
}
