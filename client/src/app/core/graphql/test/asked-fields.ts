import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

/** How many fields a document asks for, with those that Apollo adds: the server takes 600 in one operation. */
export function askedFields({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  );
  const within = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + within(fragments.get(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + within(selection.selectionSet);
      return sum + 1 + (selection.selectionSet ? 1 : 0) + within(selection.selectionSet);
    }, 0);
  return definitions.reduce(
    (sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? within(one.selectionSet) : 0),
    0,
  );
}
