import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type ErrorCode, extensionsOf, Refusal } from '../errors/index.js';
import type { Settings } from '../config/index.js';
import { DatabaseUnavailable, isDiskTrouble } from '../database/index.js';

type Code =
  | ErrorCode
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL_SERVER_ERROR';

/** Codes that errors of the libraries and of the limits have, and the contract too. Whatever else they find wrong is a mistake of whoever asks. */
const CODES: readonly Code[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'QUERY_TOO_COMPLEX',
];

const log = new Logger('api');

/** The one place where an error takes its form for the client: a refusal's own words, and of a fault nothing but an id. */
export function formatError(error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause instanceof Refusal) return refused(error, cause);
  const known = error instanceof GraphQLError ? knownCode(error, cause) : undefined;
  if (known !== undefined && error instanceof GraphQLError) return located(error, error.message, { code: known });
  if (isDiskTrouble(cause)) return unavailable(error, cause);
  return fault(error, cause);
}

/** The same where the schema is nobody's business: graphql-js suggests names of it also to who mistypes one in a variable. */
export function formatErrorFor({ playground }: Settings): typeof formatError {
  if (playground) return formatError;
  return (error) => {
    const formatted = formatError(error);
    return { ...formatted, message: withoutSuggestion(formatted.message) };
  };
}

/** The suggestion is the end of a message. What stands before it may be a client's own words, of any length: it is not searched through twice. */
function withoutSuggestion(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1;
  return start === -1 ? message : message.slice(0, start).trimEnd();
}

function refused(error: unknown, refusal: Refusal): GraphQLFormattedError {
  return located(error, refusal.message, extensionsOf(refusal));
}

function unavailable(error: unknown, cause: unknown): GraphQLFormattedError {
  log.error({ message: 'The disk fails, or the database is held by another process.', cause: describe(cause) });
  return refused(error, new DatabaseUnavailable(cause));
}

function fault(error: unknown, cause: unknown): GraphQLFormattedError {
  const id = randomUUID();
  log.error({ message: 'A fault while answering.', id, cause: describe(cause) });
  return located(error, `Something went wrong. The server's log has the details under ${id}.`, {
    code: 'INTERNAL_SERVER_ERROR',
    id,
  });
}

function located(
  error: unknown,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return { message, extensions };
  const { locations, path } = error.toJSON();
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** graphql-js wraps what a resolver throws, sometimes more than once. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function knownCode(error: GraphQLError, cause: unknown): Code | undefined {
  const code = error.extensions.code;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return CODES.find((known) => known === code) ?? 'BAD_USER_INPUT';
  // Without a resolver behind it, an error is what graphql-js found wrong with the request, a variable's value above all;
  // of those it wraps one in another.
  return cause instanceof GraphQLError && error.path === undefined ? 'BAD_USER_INPUT' : undefined;
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
