import { type DocumentNode, visit } from 'graphql';

/** The fragments that a document names and does not hold: the server refuses it for these. */
export function missingFragments(document: DocumentNode): string[] {
  const [named, held] = [new Set<string>(), new Set<string>()];
  visit(document, {
    FragmentSpread: ({ name }) => void named.add(name.value),
    FragmentDefinition: ({ name }) => void held.add(name.value),
  });
  return [...named].filter((name) => !held.has(name));
}
