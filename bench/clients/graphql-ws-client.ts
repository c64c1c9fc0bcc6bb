import { createClient } from 'graphql-ws';
import { z } from 'zod';
import { numberOf } from '../measure/numbered.js';
import type { Client, Receive } from './client.js';
import type { Dialect } from './graphql-client.js';

const item = z.object({
  roomEvents: z.object({
    event: z.object({ message: z.object({ body: z.string() }).optional() }).nullable(),
  }),
});

const NO_FRAME = Buffer.alloc(0);

/** Somebody who listens with graphql-ws's own client, as it is by default. It costs the load more than the server, so times measured with it are its own. */
export class GraphqlWsClient implements Client {
  private readonly client;

  constructor(
    url: string,
    private readonly dialect: Dialect,
    token: string | undefined,
  ) {
    this.client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${token ?? ''}` },
    });
  }

  subscribe(room: string, receive: Receive): Promise<void> {
    const { query, variables } = this.dialect.subscription(room);
    return new Promise((resolve, reject) => {
      let isOpen = false;
      this.client.subscribe(
        { query, variables: { ...variables } },
        {
          next: ({ data, errors }) => {
            if (errors) throw new Error(`A subscription failed: ${JSON.stringify(errors)}`);
            const { event } = item.parse(data).roomEvents;
            if (event?.message) receive(numberOf(event.message.body), NO_FRAME);
            // The first item says that the subscription is open.
            isOpen = true;
            resolve();
          },
          error: (reason) => {
            const failed = new Error('A subscription failed.', { cause: reason });
            reject(failed);
            // Whoever lost an open one measures something else: out of here, where the library catches nothing.
            if (isOpen)
              setImmediate(() => {
                throw failed;
              });
          },
          complete: () => undefined,
        },
      );
    });
  }

  resume(): Promise<void> {
    return onlyListens();
  }

  send(): Promise<void> {
    return onlyListens();
  }

  latest(): Promise<string> {
    return onlyListens();
  }

  before(): Promise<string> {
    return onlyListens();
  }

  cut(): void {
    void this.client.dispose();
  }
}

function onlyListens(): Promise<never> {
  return Promise.reject(new Error('Here this client listens, and does nothing else.'));
}
