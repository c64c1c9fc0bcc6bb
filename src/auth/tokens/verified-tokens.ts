import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TokenClaims } from './tokens.js';

/** As many people as send something at the same time. */
const MAX_REMEMBERED = 2000;

/**
 * What authorizations say that were found to be signed here. The signature of a text is good for ever, and costs more than all
 * else that is asked of a caller; whether the token has run out, and its session lasts, is asked each time.
 */
export class VerifiedTokens {
  private readonly claims = new LRUCache<string, TokenClaims>({ max: MAX_REMEMBERED });

  find(authorization: string): TokenClaims | undefined {
    return this.claims.get(nameOf(authorization));
  }

  remember(authorization: string, claims: TokenClaims): void {
    this.claims.set(nameOf(authorization), claims);
  }
}

/** How long it takes to look for one tells nothing about those that are there, and a dump of the memory holds none. */
function nameOf(authorization: string): string {
  return hash('sha256', authorization, 'base64url');
}
