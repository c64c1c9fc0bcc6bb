import { inject } from '@angular/core';
import { InMemoryCache } from '@apollo/client/cache';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { provideApollo } from 'apollo-angular';
import { OperationTypeNode } from 'graphql';
import { ServerClock } from '../../shared/time/server-clock';
import { AccessTokens } from '../session/access-tokens';
import { AuthorizationLink } from './authorization-link';
import { possibleTypes } from './generated';
import { Socket } from './socket';

/** Queries and mutations go over HTTP, subscriptions over the socket. */
export const provideGraphQL = () =>
  provideApollo(() => {
    const http = ApolloLink.from([
      new AuthorizationLink(inject(AccessTokens)),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: inject(ServerClock).fetch }),
    ]);
    const socket = new GraphQLWsLink(inject(Socket).client);
    return {
      link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, http),
      cache: new InMemoryCache({ possibleTypes }),
      // What is on the screen is kept in one place, the chat's state, which the feed keeps true. A second copy
      // in Apollo's cache would only grow old.
      defaultOptions: {
        query: { fetchPolicy: 'no-cache' },
        mutate: { fetchPolicy: 'no-cache' },
      },
    };
  });
