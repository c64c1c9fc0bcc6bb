import {
  type ASTNode,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getOperationAST,
  visit,
} from 'graphql';
import type { GraphQLContext } from '../caller/index.js';
import { argumentsThatOpen, everyField, fragmentsOf, isViewerDependent } from '../graphql/index.js';

/**
 * Names the group of subscribers for whom an event looks the same: same operation, same variables except those that say where
 * they begin and what they want, and the same viewer where the selection holds a field that depends on who looks.
 */
export function groupOf(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  { viewer }: GraphQLContext,
): OperationGroup {
  const operation = getOperationAST(document, operationName);
  const opening = operation && openingVariablesOf(schema, document, operation);
  const variables = Object.entries(variableValues ?? {})
    .filter(([name]) => !opening?.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const perViewer = !operation || dependsOnViewer(schema, document, operation);
  const text = document.loc?.source.body ?? '';
  return {
    key: JSON.stringify([text, operationName ?? null, variables, scopesOf(viewer), perViewer ? idOf(viewer) : null]),
    viewer: perViewer ? viewer : null,
  };
}

/** Bots share it only with bots whose tokens have the same scopes. */
function scopesOf(viewer: GraphQLContext['viewer']): string[] | null {
  return viewer?.bot ? [...viewer.bot.scopes].toSorted() : null;
}

/** What depends on who looks depends on the token as well, where a bot looks. */
function idOf(viewer: GraphQLContext['viewer']): string | null {
  return viewer?.bot?.tokenId ?? viewer?.userId ?? null;
}

export interface OperationGroup {
  readonly key: string;
  /** For whom the group is executed; null where it looks the same to all members of the room. */
  readonly viewer: GraphQLContext['viewer'];
}

/** What is found out about an operation once, however many subscribe with it; gone with its document. */
const openingVariables = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();
const viewerDependent = new WeakMap<OperationDefinitionNode, boolean>();

function openingVariablesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const known = openingVariables.get(operation);
  if (known) return known;
  const found = findOpeningVariables(schema, document, operation);
  openingVariables.set(operation, found);
  return found;
}

/** The variables that are used nowhere but in arguments that only open the root field: they make no event look different. */
function findOpeningVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) return new Set();
  const field = schema.getRootType(operation.operation)?.getFields()[root.name.value];
  const opening = field ? argumentsThatOpen(field) : [];
  const inside = usesIn(root.arguments?.filter(({ name }) => opening.includes(name.value)) ?? []);
  const everywhere = usesIn([document]);
  return new Set([...inside].filter(([name, times]) => everywhere.get(name) === times).map(([name]) => name));
}

/** How often each variable is used within parts of a document, by its name. */
function usesIn(parts: readonly ASTNode[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const part of parts)
    visit(part, {
      VariableDefinition: () => false,
      Variable: ({ name: { value: name } }) => {
        uses.set(name, (uses.get(name) ?? 0) + 1);
      },
    });
  return uses;
}

function dependsOnViewer(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const known = viewerDependent.get(operation);
  if (known !== undefined) return known;
  const asked = { schema, fragments: fragmentsOf(document) };
  const root = schema.getRootType(operation.operation);
  const isSame = everyField(asked, root, operation.selectionSet, (_, definitions) => !isViewerDependent(definitions));
  viewerDependent.set(operation, !isSame);
  return !isSame;
}
