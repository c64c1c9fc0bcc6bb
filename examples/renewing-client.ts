import type { Client, ClientOptions } from 'graphql-ws';
import { createResumingClient } from './resuming-client.js';

/** A resuming client that asks `renewed` for an access token when it connects first, and whenever the one that it has is refused. */
export function createRenewingClient(options: ClientOptions, renewed: () => Promise<string>): Client {
  let accessToken: Promise<string> | undefined;
  const client = createResumingClient({
    ...options,
    connectionParams: async () => {
      // Kept while it is asked for: where that takes longer than the server waits (4408), the next connection finds it.
      accessToken ??= renewed();
      try {
        return { authorization: `Bearer ${await accessToken}` };
      } catch (error) {
        accessToken = undefined;
        throw error;
      }
    },
  });
  client.on('closed', (event) => {
    const { code } = event as { readonly code?: number };
    if (code === 4401 || code === 4403) accessToken = undefined;
  });
  return client;
}
