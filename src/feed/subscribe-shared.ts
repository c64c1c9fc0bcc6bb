import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { GraphQLContext, type LogPosition } from '../common/index.js';
import { groupOf, type OperationGroup } from './operation-group.js';

/** The executions of a payload, one for each group; gone with the payload. */
const executions = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();

/**
 * GraphQL's `subscribe`, with one difference: a payload that many subscribers get is executed once for all of them who
 * asked for the same, without a viewer.
 */
export async function subscribeShared(
  args: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const context = contextOf(args);
  const group = groupOf(args, context);
  // The source is a closable generator: what ends this one must end it at once, also while it waits.
  const payloads = source as AsyncGenerator<object, void, void>;
  const results: AsyncGenerator<ExecutionResult, void, void> = {
    next: async () => {
      const step = await payloads.next();
      return step.done ? step : { done: false, value: await executeOnce(args, group, context.startedAt, step.value) };
    },
    return: async () => ({ done: true, value: await payloads.return().then(() => undefined) }),
    throw: async (error) => ({ done: true, value: await payloads.throw(error).then(() => undefined) }),
    [Symbol.asyncIterator]: () => results,
    [Symbol.asyncDispose]: async () => {
      await results.return();
    },
  };
  return results;
}

function executeOnce(
  args: ExecutionArgs,
  group: OperationGroup,
  startedAt: LogPosition,
  payload: object,
): Promise<ExecutionResult> {
  const results = executions.get(payload) ?? new Map<string, Promise<ExecutionResult>>();
  executions.set(payload, results);
  const result = results.get(group.key) ?? executeFor(args, group, startedAt, payload);
  results.set(group.key, result);
  return result;
}

async function executeFor(
  args: ExecutionArgs,
  { viewer }: OperationGroup,
  startedAt: LogPosition,
  rootValue: object,
): Promise<ExecutionResult> {
  return execute({ ...args, rootValue, contextValue: new GraphQLContext(viewer, '', startedAt) });
}

function contextOf({ contextValue }: ExecutionArgs): GraphQLContext {
  if (!(contextValue instanceof GraphQLContext)) throw new Error('A subscription was opened without its context.');
  return contextValue;
}
