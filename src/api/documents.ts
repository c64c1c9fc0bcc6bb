import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { InjectSettings, type Settings } from '../config/index.js';
import { MOST_TOKENS } from './operation-limits.js';

/** How much text the remembered documents have in all. */
const REMEMBERED_CHARACTERS = 2 * 1024 * 1024;

/** What came for a document: its text, or the hash of a text that came before, or both, which registers it. */
interface Asked {
  readonly query: string;
  readonly extensions?: unknown;
}

const persistedQuery = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().max(64) }),
});

/**
 * The documents of the operations that come over sockets, each parsed and validated once; only good ones are remembered.
 * Apollo does the same for those that come over HTTP. Texts may be left out once they were said with their hash:
 * https://www.apollographql.com/docs/apollo-server/performance/apq
 */
@Injectable()
export class Documents {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly persisted = new LRUCache<string, string>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (text) => text.length + 1,
  });
  private readonly rules;

  constructor(@InjectSettings() private readonly settings: Settings) {
    this.rules = settings.playground ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  /** The document, or what is wrong with it. */
  find(schema: GraphQLSchema, asked: Asked): DocumentNode | readonly GraphQLError[] {
    const text = this.textOf(asked);
    if (text instanceof GraphQLError) return [text];
    return this.documents.get(text) ?? this.read(schema, text);
  }

  private read(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
    const document = parsed(text);
    if (document instanceof GraphQLError) return [document];
    const mistakes = validate(schema, document, this.rules, { hideSuggestions: !this.settings.playground });
    if (mistakes.length > 0) return mistakes.map((mistake) => coded(mistake, 'GRAPHQL_VALIDATION_FAILED'));
    this.documents.set(text, document);
    return document;
  }

  private textOf({ query, extensions }: Asked): string | GraphQLError {
    if (extensions == null) return query;
    const hash = persistedQuery.safeParse(extensions).data?.persistedQuery.sha256Hash;
    if (hash === undefined) return query;
    if (query === '') return this.persisted.get(hash) ?? refused('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
    if (createHash('sha256').update(query).digest('hex') !== hash)
      return refused('The sha256Hash is not that of the query.', 'BAD_USER_INPUT');
    this.persisted.set(hash, query);
    return query;
  }
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxLexicalTokens: MOST_TOKENS });
  } catch (error) {
    return coded(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function coded(error: unknown, code: string): GraphQLError {
  const { message, nodes, source, positions, originalError } =
    error instanceof GraphQLError ? error : new GraphQLError(String(error));
  const where = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, originalError };
  return new GraphQLError(message, { ...where, extensions: { code } });
}

function refused(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
