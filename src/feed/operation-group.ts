import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getOperationAST,
  visit,
} from 'graphql';
import type { GraphQLContext } from '../caller/index.js';
import { everyField, fragmentsOf, isViewerDependent } from '../graphql/index.js';

/**
 * Names the group of subscribers for whom an event looks the same: same operation, same variables but for the cursor that
 * they came with, and the same viewer where the selection holds a field that depends on who looks.
 */
export function groupOf(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  { viewer }: GraphQLContext,
): OperationGroup {
  const operation = getOperationAST(document, operationName);
  const cursor = operation && cursorVariableOf(document, operation);
  const variables = Object.entries(variableValues ?? {})
    .filter(([name]) => name !== cursor)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const perViewer = !operation || dependsOnViewer(schema, document, operation);
  const text = document.loc?.source.body ?? '';
  return {
    key: JSON.stringify([text, operationName ?? null, variables, scopesOf(viewer), perViewer ? idOf(viewer) : null]),
    viewer: perViewer ? viewer : null,
  };
}

/** Nobody shares what is made with bots whose tokens open something else. */
function scopesOf(viewer: GraphQLContext['viewer']): string[] | null {
  return viewer?.bot ? [...viewer.bot.scopes].toSorted() : null;
}

/** What depends on who looks depends, of a bot, on the token as well. */
function idOf(viewer: GraphQLContext['viewer']): string | null {
  return viewer?.bot?.tokenId ?? viewer?.userId ?? null;
}

export interface OperationGroup {
  readonly key: string;
  /** For whom the group is executed; null where it looks the same to all members of the room. */
  readonly viewer: GraphQLContext['viewer'];
}

/** What is found out about an operation once, however many subscribe with it; gone with its document. */
const cursorVariables = new WeakMap<OperationDefinitionNode, string | null>();
const viewerDependent = new WeakMap<OperationDefinitionNode, boolean>();

function cursorVariableOf(document: DocumentNode, operation: OperationDefinitionNode): string | null {
  const known = cursorVariables.get(operation);
  if (known !== undefined) return known;
  const found = findCursorVariable(document, operation) ?? null;
  cursorVariables.set(operation, found);
  return found;
}

/** The variable of the root field's `after`, where nothing else uses it. */
function findCursorVariable(document: DocumentNode, operation: OperationDefinitionNode): string | undefined {
  const [root] = operation.selectionSet.selections;
  const after =
    root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === 'after')?.value : undefined;
  if (after?.kind !== Kind.VARIABLE) return undefined;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => {
      if (node.name.value === after.name.value) uses += 1;
    },
  });
  return uses === 1 ? after.name.value : undefined;
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
