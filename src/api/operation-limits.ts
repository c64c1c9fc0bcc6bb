import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

/** A text with more tokens is refused while it is parsed. */
export const MOST_TOKENS = 5000;

/** The cost that one operation may have: about one page of 50 rooms, each with a page of 50 messages and their authors. */
const HIGHEST_COST = 30_000;

interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/** Refuses an operation that asks for too much, before anything of it is executed. */
export function refusalOfCost({ schema, document, operationName, variables }: Operation): GraphQLError | undefined {
  const cost = costOf({ schema, document, operationName, variables });
  if (cost <= HIGHEST_COST) return undefined;
  return new GraphQLError(
    `This asks for too much at once: it costs ${String(cost)}, of ${String(HIGHEST_COST)} at most. Ask for smaller pages.`,
    {
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
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

/** Each field costs one, and a page costs its entries times what is asked of each. */
const pageTimesEntries: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const isPage = field.args.some(({ name }) => name === 'first');
  return 1 + childComplexity * (isPage ? pageSizeOf(args) : 1);
};

function costOf({ schema, document, operationName, variables }: Operation): number {
  try {
    return getComplexity({
      schema,
      query: document,
      ...(operationName != null && { operationName }),
      variables: { ...variables },
      estimators: [pageTimesEntries],
    });
  } catch {
    // The variables do not fit: the execution says so, field by field.
    return 0;
  }
}

function pageSizeOf(args: Record<string, unknown>): number {
  const asked = args.first ?? args.last;
  return typeof asked === 'number' ? Math.min(100, Math.max(1, asked)) : 50;
}
