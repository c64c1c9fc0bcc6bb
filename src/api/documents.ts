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
import { refusalOfShape } from './limits/shape.js';
import { tooDeep } from './limits/too-complex.js';
import { BYTES_OF_ENTRY, RememberedDocuments } from './remembered-documents.js';

/** A text with more words and signs is refused while it is parsed. */
export const MAX_TOKENS = 5000;

/** Whoever has more mistakes is told of these, and mends them first. Each one costs as much as many fields that are right. */
export const MAX_MISTAKES = 10;

/** What texts that are remembered without their documents may come to in memory. */
const REMEMBERED_BYTES = 2 * 1024 * 1024;

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
  private readonly documents = new RememberedDocuments();
  /** Those that came over HTTP and were found to ask for no more than they may; Apollo has the documents. */
  private readonly admitted = new LRUCache<string, true>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: (_, text) => BYTES_OF_ENTRY + text.length,
  });
  private readonly persisted = new LRUCache<string, string>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: (text, hash) => BYTES_OF_ENTRY + hash.length + text.length,
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

  /** What is wrong with a text before anybody asks what it means. Apollo looks for all else itself. */
  refusalOf(text: string): GraphQLError | undefined {
    if (text === '' || this.admitted.has(text)) return undefined;
    const document = parsed(text);
    if (document instanceof GraphQLError) return document;
    this.admitted.set(text, true);
    return undefined;
  }

  private read(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
    const document = parsed(text);
    if (document instanceof GraphQLError) return [document];
    const mistakes = validate(schema, document, this.rules, {
      maxErrors: MAX_MISTAKES,
      hideSuggestions: !this.settings.playground,
    });
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

/** The document of a text that is GraphQL, and within bounds. */
function parsed(text: string): DocumentNode | GraphQLError {
  try {
    const document = parse(text, { maxLexicalTokens: MAX_TOKENS });
    return refusalOfShape(document) ?? document;
  } catch (error) {
    // Some thousand levels are more than the parser's stack has place for; nothing else here is a fault of range.
    if (error instanceof RangeError) return tooDeep();
    return coded(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function coded(error: unknown, code: string): GraphQLError {
  const { message, nodes, source, positions, originalError } =
    error instanceof GraphQLError ? error : new GraphQLError(String(error));
  const where = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, originalError };
  return new GraphQLError(message, { ...where, extensions: { code, http: { status: 400 } } });
}

function refused(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
