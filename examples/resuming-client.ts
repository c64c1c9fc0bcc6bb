import {
  type Client,
  type ClientOptions,
  createClient,
  type FormattedExecutionResult,
  type Sink,
  type SubscribePayload,
} from 'graphql-ws';

/**
 * graphql-ws's client, for subscriptions that go on from the last cursor whenever it connects again. Call the variable `after`, and
 * select `cursor`.
 */
export function createResumingClient(options: ClientOptions): Client {
  const client = createClient({
    // Also where no connection comes about. What nobody should try again ends the subscription all the same: 4401 is one.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: (retries) =>
      new Promise((resolve) => setTimeout(resolve, 1000 * Math.min(2 ** retries, 60) * (1 + Math.random()))),
    ...options,
  });
  return {
    ...client,
    subscribe<Data, Extensions>(payload: SubscribePayload, sink: Sink<FormattedExecutionResult<Data, Extensions>>) {
      let after = payload.variables?.after;
      // The client writes the operation down each time it connects, and so asks this getter each time.
      const variables = {
        ...payload.variables,
        get after() {
          return after;
        },
      };
      return client.subscribe<Data, Extensions>(
        { ...payload, variables },
        {
          next: (result) => {
            after = cursorIn(result) ?? after;
            sink.next(result);
          },
          error: (error) => {
            sink.error(error);
          },
          complete: () => {
            sink.complete();
          },
        },
      );
    },
    iterate() {
      throw new Error('Use subscribe: of what an iterator still holds back, nobody knows whether it was handled.');
    },
  };
}

/** What came with errors could not be shown: from the cursor before, it comes again. */
function cursorIn({ data, errors }: FormattedExecutionResult<unknown, unknown>): string | undefined {
  if (errors || typeof data !== 'object' || data === null) return undefined;
  const [item] = Object.values(data) as ({ readonly cursor?: unknown } | null)[];
  return typeof item?.cursor === 'string' ? item.cursor : undefined;
}
