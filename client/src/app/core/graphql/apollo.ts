import { ApolloClient, gql } from '@apollo/client/core';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import type { Client } from 'graphql-ws';
import { from, map, mergeMap, type Observable } from 'rxjs';
import { AuthorizationLink, type Tokens } from './authorization-link';
import { NoCache } from './no-cache';
import type { Operation } from './operation';
import { done, noAnswer, type Outcome, Refusal, refused } from './problem';
import { toProblem } from './problem-of-apollo';

/** What requests go through: whoever loads this has it. */
export interface Ways {
  readonly fetch: typeof fetch;
  readonly tokens: Tokens;
  readonly socket: () => Promise<Client>;
}

/** Apollo Client, which parses an operation at its first use. Queries and mutations go over HTTP, subscriptions over the socket. */
export class Apollo {
  private readonly client: ApolloClient;

  constructor({ fetch, tokens, socket }: Ways) {
    const http = ApolloLink.from([
      new AuthorizationLink(tokens),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch }),
    ]);
    this.client = new ApolloClient({
      link: ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        overSocket(socket),
        http,
      ),
      cache: new NoCache(),
      // Whoever reads anew wants what is so now, and not the answer to a question that was under way before.
      queryDeduplication: false,
    });
  }

  query<T, V extends OperationVariables>(operation: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    const query = documentOf(operation);
    return outcomeOf(this.client.query({ query, variables, fetchPolicy: 'no-cache' }));
  }

  mutate<T, V extends OperationVariables>(operation: Operation<T, V>, variables: V): Promise<Outcome<T>> {
    const mutation = documentOf(operation);
    return outcomeOf(this.client.mutate({ mutation, variables, fetchPolicy: 'no-cache' }));
  }

  /** Ends with a `Refusal`. */
  subscribe<T, V extends OperationVariables>(operation: Operation<T, V>, variables: V): Observable<T> {
    const query = documentOf(operation);
    return this.client.subscribe({ query, variables, fetchPolicy: 'no-cache' }).pipe(
      map(({ data, error }) => {
        if (error) throw new Refusal(toProblem(error));
        if (data === undefined || data === null) throw new Error('The server sent an item without data.');
        return data;
      }),
    );
  }
}

function documentOf<T, V>({ text }: Operation<T, V>): TypedDocumentNode<T, V> {
  return gql(text);
}

async function outcomeOf<T>(answer: Promise<{ data?: T | null | undefined }>): Promise<Outcome<T>> {
  try {
    const { data } = await answer;
    return data === undefined || data === null ? refused(noAnswer()) : done(data);
  } catch (error) {
    return refused(toProblem(error));
  }
}

/** The code of the socket comes with the first need of it. */
function overSocket(socket: () => Promise<Client>): ApolloLink {
  return new ApolloLink((operation) =>
    from(socket()).pipe(mergeMap((client) => new GraphQLWsLink(client).request(operation))),
  );
}
