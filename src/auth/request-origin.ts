import type { GraphQLContext } from '../caller/index.js';

const MAX_CLIENT_LENGTH = 256;

/** Where a request came from, as far as it can be known, for people who look over their sessions and for the audit log. */
export interface RequestOrigin {
  readonly address: string | null;
  /** What the program says that it is (User-Agent, RFC 9110); on a socket nobody asks. */
  readonly client: string | null;
}

export function originOf({ address, http }: GraphQLContext): RequestOrigin {
  return {
    address: address === '' ? null : address,
    client: http?.request.headers['user-agent']?.slice(0, MAX_CLIENT_LENGTH) ?? null,
  };
}
