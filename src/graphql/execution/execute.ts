import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  locatedError,
} from 'graphql';
import { isPromise } from './is-promise.js';
import { Plan } from './plan.js';
import { Run } from './run.js';

/**
 * Does what graphql-js's `execute` does, and finds out once what is the same each time that an operation comes: see decision 41.
 * What it has no plan for goes to graphql-js. The document has been validated.
 */
export function executePlanned(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
  const plan = args.fieldResolver || args.typeResolver ? undefined : planOf(args);
  return plan ? run(plan, args) : execute(args);
}

/** As many as graphql-js tells of, which then gives up. */
const MAX_ERRORS_OF_VARIABLES = 50;

function run(
  plan: Plan,
  { rootValue, contextValue, variableValues, hideSuggestions, options }: ExecutionArgs,
): ExecutionResult | Promise<ExecutionResult> {
  const { schema, operation } = plan;
  const type = schema.getRootType(operation.operation);
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, {
    maxErrors: options?.maxCoercionErrors ?? MAX_ERRORS_OF_VARIABLES,
    hideSuggestions: hideSuggestions ?? false,
  });
  if (variables.errors) return { errors: variables.errors };
  const started = new Run(plan, rootValue, contextValue, variables.coerced);
  const answer = (data: Record<string, unknown> | null): ExecutionResult => {
    if (started.errors.length > 0) return { errors: started.errors, data };
    if (data && started.isShared) withSharedParts.add(data);
    return { data };
  };
  const failed = (error: unknown): ExecutionResult => {
    started.fail(locatedError(error, undefined), undefined);
    return answer(null);
  };
  try {
    const selection = type ? plan.root(type) : [];
    const data =
      operation.operation === OperationTypeNode.MUTATION
        ? started.serially(selection, rootValue)
        : started.fields(selection, rootValue, undefined);
    return isPromise(data) ? data.then(answer, failed) : answer(data);
  } catch (error) {
    return failed(error);
  }
}

const withSharedParts = new WeakSet();

/** Whether something in these data is in those of others too, and so need not be written down again. */
export function holdsSharedParts({ data }: ExecutionResult): boolean {
  return data != null && withSharedParts.has(data);
}

const plans = new WeakMap<OperationDefinitionNode, Plan | null>();

function planOf({ schema, document, operationName }: PlannedArgs): Plan | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation || !schema.getRootType(operation.operation)) return undefined;
  const known = plans.get(operation);
  if (known === null || known?.schema === schema) return known ?? undefined;
  const plan = Plan.of(schema, document, operation);
  plans.set(operation, plan ?? null);
  return plan;
}

interface PlannedArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}
