import { inject, Injectable } from '@angular/core';
import { OFFLINE } from '../graphql/problem';
import { pauseBefore } from '../../shared/time/repetition';
import { AccessTokens } from './access-tokens';
import { SessionStore } from './session.store';

/** Finds out whether this browser has a session from before. */
@Injectable({ providedIn: 'root' })
export class SessionRestore {
  private readonly session = inject(SessionStore);
  private readonly tokens = inject(AccessTokens);

  private readonly answered = Promise.withResolvers<undefined>();
  private restoring: Promise<boolean> | null = null;

  /** Says whether there is one. Keeps asking while the server gives no clear answer. */
  restore(): Promise<boolean> {
    return (this.restoring ??= this.keepRestoring());
  }

  /**
   * Resolves as soon as the server has answered at all. Where it would not say just now whether there is a session (too much was asked
   * from this address, perhaps by somebody else), nobody is kept from signing in.
   */
  async reached(): Promise<void> {
    void this.restore();
    await this.answered.promise;
  }

  private async keepRestoring(): Promise<boolean> {
    for (let attempt = 0; !this.session.isKnown(); attempt++) {
      const { isClear, problem } = await this.tokens.refresh();
      if (problem?.code !== OFFLINE) this.answered.resolve(undefined);
      if (this.session.isKnown()) return false;
      if (isClear) this.session.becomeKnown();
      else await pauseBefore(attempt, problem?.retryAfterSeconds);
      if (isClear) return this.session.user() !== null;
    }
    return false;
  }
}
