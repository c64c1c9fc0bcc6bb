import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { Operation } from '../operation';

/** How many fields an operation asks for: the server takes 600. */
export function askedFields({ text }: Operation<unknown, never>): number {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  );
  const within = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + within(fragments.get(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + within(selection.selectionSet);
      return sum + 1 + within(selection.selectionSet);
    }, 0);
  return definitions.reduce(
    (sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? within(one.selectionSet) : 0),
    0,
  );
}
