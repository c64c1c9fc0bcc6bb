import { GraphQLError } from 'graphql';
import { RateLimited } from '../../errors/index.js';

/** The refusal of what may be asked, but not now. */
export function tooMuchForNow(retryAfter: number): GraphQLError {
  const refusal = new RateLimited(retryAfter, 'Too many requests in a short time');
  return new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 429 } } });
}
