import { ApolloClient, gql, InMemoryCache } from '@apollo/client/core';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { Client } from 'graphql-ws';

const EVENTS = gql`
  subscription ($after: Cursor) {
    events(after: $after) {
      cursor
      event {
        ... on MessageSent {
          message {
            body
          }
        }
      }
    }
  }
`;

export function follow(client: Client, hear: (body: string) => void, stop: (error: unknown) => void): () => void {
  const apollo = new ApolloClient({ link: new GraphQLWsLink(client), cache: new InMemoryCache() });
  const events = apollo.subscribe<Events>({ query: EVENTS, variables: { after: null }, fetchPolicy: 'no-cache' });
  const subscription = events.subscribe({
    next: ({ data, error }) => {
      if (error) stop(error);
      else if (data?.events.event?.message) hear(data.events.event.message.body);
    },
    error: stop,
  });
  return () => {
    subscription.unsubscribe();
  };
}

interface Events {
  readonly events: { readonly event: { readonly message?: { readonly body: string } } | null };
}
