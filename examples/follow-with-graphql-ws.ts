import type { Client } from 'graphql-ws';

const EVENTS = `subscription ($after: Cursor) { events(after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;

export function follow(client: Client, hear: (body: string) => void, stop: (error: unknown) => void): () => void {
  return client.subscribe<Events>(
    { query: EVENTS, variables: { after: null } },
    {
      next: ({ data, errors }) => {
        if (errors) stop(errors);
        else if (data?.events.event?.message) hear(data.events.event.message.body);
      },
      error: stop,
      complete: () => undefined,
    },
  );
}

interface Events extends Record<string, unknown> {
  readonly events: { readonly event: { readonly message?: { readonly body: string } } | null };
}
