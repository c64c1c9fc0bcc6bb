import { TertuliaError } from '../tertulia-error.js';
import type { Tokens } from './tokens.js';

/** A token that cannot be renewed, such as a bot's; null for a visitor. */
export class FixedToken implements Tokens {
  constructor(private readonly token: string | null) {}

  current(): Promise<string | null> {
    return Promise.resolve(this.token);
  }

  replace(): Promise<void> {
    return Promise.reject(
      new TertuliaError('UNAUTHENTICATED', 'The server does not accept this token: it was revoked, or has run out.'),
    );
  }
}
