import { parse, visit } from 'graphql';
import type { Operation } from '../operation';

/** The fragments that an operation names and does not hold: the server refuses it for these. */
export function missingFragments({ text }: Operation<unknown, never>): string[] {
  const [named, held] = [new Set<string>(), new Set<string>()];
  visit(parse(text), {
    FragmentSpread: ({ name }) => void named.add(name.value),
    FragmentDefinition: ({ name }) => void held.add(name.value),
  });
  return [...named].filter((name) => !held.has(name));
}
