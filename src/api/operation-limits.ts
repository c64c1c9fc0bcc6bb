import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

/** A text with more tokens is refused while it is parsed. */
export const MOST_TOKENS = 5000;

/** The cost that one operation may have: about one page of 50 rooms, each with a page of 50 messages, their authors and files. */
const HIGHEST_COST = 60_000;

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** Refuses an operation that asks for too much, before anything of it is executed. */
export function refusalOfCost(operation: Operation): GraphQLError | undefined {
  const cost = knownCostOf(operation) ?? costOf(operation);
  if (cost instanceof GraphQLError) return refused('BAD_USER_INPUT', cost.message);
  if (cost <= HIGHEST_COST) return undefined;
  const words = Number.isFinite(cost)
    ? `it costs ${String(cost)}, of ${String(HIGHEST_COST)} at most`
    : 'it has too many fields';
  return refused(
    'QUERY_TOO_COMPLEX',
    `This asks for too much at once: ${words}. Ask for smaller pages, or for less of each.`,
  );
}

/** The same for Apollo. */
export const costLimit: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operationName, request }) => {
        const refusal = refusalOfCost({ schema, document, operationName, variables: request.variables });
        return refusal ? Promise.reject(refusal) : Promise.resolve();
      },
    }),
};

/** What operations cost that cost the same whatever their variables say; gone with their document. */
const knownCosts = new WeakMap<OperationDefinitionNode, number>();
const documentsOfOneCost = new WeakMap<DocumentNode, boolean>();

function knownCostOf({ document, operationName }: Operation): number | undefined {
  const node = getOperationAST(document, operationName);
  return node ? knownCosts.get(node) : undefined;
}

function remember({ document, operationName }: Operation, cost: number): void {
  const node = getOperationAST(document, operationName);
  if (node && hasOneCost(document)) knownCosts.set(node, cost);
}

/** Whether neither a page's size, nor whether something is asked for at all, is up to a variable. */
function hasOneCost(document: DocumentNode): boolean {
  const known = documentsOfOneCost.get(document);
  if (known !== undefined) return known;
  let isOne = true;
  visit(document, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && ['first', 'last', 'if'].includes(name.value)) isOne = false;
    },
  });
  documentsOfOneCost.set(document, isOne);
  return isOne;
}

/** Each field costs one, and a list costs its entries times what is asked of each. */
const entriesTimesFields: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const isPage = field.args.some(({ name }) => name === 'first');
  const { atMost } = field.extensions;
  const entries = isPage ? pageSizeOf(args) : typeof atMost === 'number' ? atMost : 1;
  return 1 + childComplexity * entries;
};

/** The cost, or an argument's mistake that stands in the way of counting it. */
function costOf(operation: Operation): number | GraphQLError {
  const { schema, document, operationName, variables } = operation;
  try {
    const cost = getComplexity({
      schema,
      query: document,
      ...(operationName != null && { operationName }),
      variables: { ...variables },
      estimators: [entriesTimesFields],
    });
    // Only what was really counted: a mistake in the variables of one caller says nothing about those of the next.
    remember(operation, cost);
    return cost;
  } catch (error) {
    // Variables that do not fit are told field by field by the execution, which then does nothing else.
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    if (getVariableValues(schema, definitions, { ...variables }).errors) return 0;
    // Whatever else cannot be counted is not executed: there are more fields than the counting takes, or an argument is at fault.
    return error instanceof GraphQLError && error.nodes ? error : Infinity;
  }
}

function pageSizeOf(args: Record<string, unknown>): number {
  const asked = args.first ?? args.last;
  return typeof asked === 'number' ? Math.min(100, Math.max(1, asked)) : 50;
}

function refused(code: 'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX', sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code, http: { status: 400 } } });
}
