import { Injectable } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Authenticator } from '../auth/index.js';
import { GraphQLContext } from '../common/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { EventLog } from '../events/index.js';
import { callerAddress } from './caller-address.js';
import { formatError } from './error-format.js';
import { costLimit, MOST_TOKENS } from './operation-limits.js';
import { SCHEMA } from './schema.options.js';
import { subscriptionsNeedSockets } from './subscriptions-need-sockets.js';

@Injectable()
export class GraphQLOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly log: EventLog,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    return {
      ...SCHEMA,
      path: '/graphql',
      // The driver's own playground loads from elsewhere, and its own sockets have no bounds; api/ mounts both itself.
      playground: false,
      introspection: this.settings.playground,
      hideSchemaDetailsFromClientErrors: !this.settings.playground,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: true,
      parseOptions: { maxLexicalTokens: MOST_TOKENS },
      plugins: [ApolloServerPluginLandingPageDisabled(), subscriptionsNeedSockets, costLimit],
      formatError: (_formatted, error) => formatError(error),
      context: ({ req, res }: { req: Request; res: Response }) => this.contextOf(req, res),
    };
  }

  private async contextOf(request: Request, response: Response): Promise<GraphQLContext> {
    const startedAt = this.log.head();
    const viewer = await this.authenticator.actorOrVisitor(request.headers.authorization);
    return new GraphQLContext(viewer, callerAddress(request, this.settings), startedAt, { request, response });
  }
}
