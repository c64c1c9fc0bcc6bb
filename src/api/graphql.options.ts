import { Injectable } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Authenticator } from '../auth/index.js';
import { GraphQLContext } from '../caller/index.js';
import { callerAddress, InjectSettings, type Settings } from '../config/index.js';
import { EventLog } from '../log/index.js';
import { answersPlugin } from './answers.plugin.js';
import { PREFLIGHTED_HEADERS } from './preflighted.js';
import { Documents, MAX_MISTAKES, MAX_TOKENS } from './documents.js';
import { formatErrorFor } from './error-format.js';
import { Admission } from './limits/admission.js';
import { limitsPlugin } from './limits/limits.plugin.js';
import { RememberedDocuments } from './remembered-documents.js';
import { schemaOptions } from './schema.options.js';
import { subscriptionsNeedSockets } from './subscriptions-need-sockets.js';

@Injectable()
export class GraphQLOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly log: EventLog,
    private readonly documents: Documents,
    private readonly admission: Admission,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    const formatError = formatErrorFor(this.settings);
    return {
      ...schemaOptions(),
      path: '/graphql',
      // The driver's own playground loads from elsewhere, and its own sockets have no bounds; api/ mounts both itself.
      playground: false,
      introspection: this.settings.playground,
      csrfPrevention: { requestHeaders: [...PREFLIGHTED_HEADERS] },
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: true,
      // Apollo's own option for this searches messages in a time that grows with the square of what a client wrote into them.
      validationOptions: { maxErrors: MAX_MISTAKES, hideSuggestions: !this.settings.playground },
      parseOptions: { maxLexicalTokens: MAX_TOKENS },
      plugins: [
        ApolloServerPluginLandingPageDisabled(),
        // For subgraphs of a federation alone, and it would be loaded all the same, with protocol buffers.
        ApolloServerPluginInlineTraceDisabled(),
        // It follows every field of every answer, on sockets too, to say in the end what contextOf says at once.
        ApolloServerPluginCacheControlDisabled(),
        subscriptionsNeedSockets,
        limitsPlugin(this.admission),
        answersPlugin,
      ],
      documentStore: documentStore(),
      formatError: (_formatted, error) => formatError(error),
      context: ({ req, res }: { req: Request; res: Response }) => this.contextOf(req, res),
    };
  }

  private async contextOf(request: Request, response: Response): Promise<GraphQLContext> {
    // Whatever comes of it is for one person, and may hold their tokens.
    response.setHeader('Cache-Control', 'no-store');
    // Here already, because Apollo would validate first, and validating what is too much is too much itself.
    const tooMuch = this.documents.refusalOf(textOf(request));
    if (tooMuch) throw tooMuch;
    const startedAt = this.log.head();
    // Not the caller whom the gate for uploads met: since then the form came in, and that may take a quarter of an hour.
    const address = callerAddress(request, this.settings);
    const { actor, refusal } = await this.authenticator.callerOf(request.headers.authorization, address);
    return new GraphQLContext(actor, address, startedAt, { request, response, refusal });
  }
}

/** Apollo's own weighs documents by their text in JSON, of which they are several times as much. */
function documentStore(): NonNullable<ApolloDriverConfig['documentStore']> {
  const documents = new RememberedDocuments();
  return {
    get: (name) => Promise.resolve(documents.get(name)),
    set: (name, document) => {
      documents.set(name, document);
      return Promise.resolve();
    },
    delete: (name) => Promise.resolve(documents.delete(name)),
  };
}

/** The operation's text, from where Apollo takes it; empty where it was left out, or is no text. */
function textOf({ method, url, body }: Request): string {
  if (method === 'GET') return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('query') ?? '';
  const asked: unknown = body;
  return typeof asked === 'object' && asked !== null && 'query' in asked && typeof asked.query === 'string'
    ? asked.query
    : '';
}
