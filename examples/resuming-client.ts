import {
  type Client,
  type ClientOptions,
  createClient,
  type FormattedExecutionResult,
  type Sink,
  type SubscribePayload,
} from 'graphql-ws';

const ANSWER_PINGS_WITHIN = 5_000;
const OPEN_WITHIN = 15_000;

/**
 * graphql-ws's client, for subscriptions that go on from the last cursor whenever it connects again. Call the variable `after`, and
 * select `cursor`.
 */
export function createResumingClient(options: ClientOptions): Client {
  const client = createClient({
    // Also where no connection comes about. Fatal codes such as 4401 still end the subscription.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: (retries) =>
      new Promise((resolve) => setTimeout(resolve, 1000 * Math.min(2 ** retries, 60) * (1 + Math.random()))),
    keepAlive: 10_000,
    ...options,
    webSocketImpl: openingInTime(options.webSocketImpl ?? WebSocket),
  });
  hangUpWhereNothingAnswers(client);
  return {
    ...client,
    subscribe<Data, Extensions>(payload: SubscribePayload, sink: Sink<FormattedExecutionResult<Data, Extensions>>) {
      if (isFeed(payload) && !/\$after\b/.test(payload.query))
        throw new Error('Declare the variable $after: without it nothing can be resumed.');
      let after = payload.variables?.after;
      let isOver = false;
      // The client writes the operation down each time it connects, and so asks this getter each time.
      const variables = {
        ...payload.variables,
        get after() {
          return after;
        },
      };
      const end = client.subscribe<Data, Extensions>(
        { ...payload, variables },
        {
          next: (result) => {
            if (isOver) return;
            const cursor = cursorIn(result);
            if (cursor === undefined && isFeed(payload) && result.data && !result.errors) {
              isOver = true;
              end();
              sink.error(new Error('Select `cursor` beside `event`: without it nothing can be resumed.'));
              return;
            }
            sink.next(result);
            // Afterwards: what could not be handled comes again.
            after = cursor ?? after;
          },
          error: (error) => {
            if (!isOver) sink.error(error);
          },
          complete: () => {
            if (!isOver) sink.complete();
          },
        },
      );
      return end;
    },
    iterate() {
      throw new Error('Use subscribe: of what an iterator still holds back, nobody knows whether it was handled.');
    },
  };
}

/** A WebSocket whose handshake may be lost: the built-in one and that of `ws` would wait for its answer for minutes, or for ever. */
function openingInTime(implementation: unknown): typeof WebSocket {
  return class extends (implementation as typeof WebSocket) {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      const timer = setTimeout(() => {
        this.close();
      }, OPEN_WITHIN);
      for (const event of ['open', 'close'])
        this.addEventListener(event, () => {
          clearTimeout(timer);
        });
    }
  };
}

/** A connection that died without a word neither acknowledges nor answers pings. */
function hangUpWhereNothingAnswers(client: Client): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      client.terminate();
    }, milliseconds);
  };
  const stop = () => {
    clearTimeout(timer);
  };
  client.on('opened', () => {
    wait(OPEN_WITHIN);
  });
  client.on('ping', (isFromServer) => {
    if (!isFromServer) wait(ANSWER_PINGS_WITHIN);
  });
  client.on('pong', (isFromServer) => {
    if (isFromServer) stop();
  });
  client.on('connected', stop);
  client.on('closed', stop);
}

function isFeed({ query }: SubscribePayload): boolean {
  return /\bsubscription\b.*\b(?:events|roomEvents)\b/s.test(query);
}

/** What came with errors could not be shown: from the cursor before, it comes again. */
function cursorIn({ data, errors }: FormattedExecutionResult<unknown, unknown>): string | undefined {
  if (errors || typeof data !== 'object' || data === null) return undefined;
  const [item] = Object.values(data) as ({ readonly cursor?: unknown } | null)[];
  return typeof item?.cursor === 'string' ? item.cursor : undefined;
}
