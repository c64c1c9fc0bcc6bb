import type { GraphQLFormattedError } from 'graphql';

/** HTTP's own header for what an answer says in `extensions.retryAfter`; none where nothing is to be waited for. */
export function retryAfter(errors: readonly GraphQLFormattedError[] = []): Readonly<Record<string, string>> {
  const seconds = Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 0)));
  return seconds > 0 ? { 'Retry-After': String(seconds) } : {};
}
