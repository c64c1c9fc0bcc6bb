import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  getOperationAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { GraphQLContext } from '../caller/index.js';

/**
 * Names the group of subscribers for whom an event looks the same: same operation, same variables but for the cursor that
 * they came with, and the same viewer where the selection holds a field that depends on who looks.
 */
export function groupOf(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  { viewer }: GraphQLContext,
): OperationGroup {
  const operation = getOperationAST(document, operationName);
  const cursor = operation && variableOfCursor(document, operation);
  const variables = Object.entries(variableValues ?? {})
    .filter(([name]) => name !== cursor)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const perViewer = dependsOnViewer(schema, document);
  const text = document.loc?.source.body ?? '';
  return {
    key: JSON.stringify([text, operationName ?? null, variables, perViewer ? (viewer?.userId ?? null) : null]),
    viewer: perViewer ? viewer : null,
  };
}

export interface OperationGroup {
  readonly key: string;
  /** For whom the group is executed; null where it looks the same to all members of the room. */
  readonly viewer: GraphQLContext['viewer'];
}

/** The variable of the root field's `after`, where nothing else uses it. */
function variableOfCursor(document: DocumentNode, operation: OperationDefinitionNode): string | undefined {
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

function dependsOnViewer(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let depends = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        if (types.getFieldDef()?.extensions.viewerDependent === true) depends = true;
      },
    }),
  );
  return depends;
}
