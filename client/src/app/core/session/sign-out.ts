import { inject, Injectable } from '@angular/core';
import type { Person } from '../graphql/model';
import { done, type Outcome } from '../graphql/problem';
import { AccessTokens } from './access-tokens';
import { SessionRequests } from './data/session-requests';
import { type LeftBehind, PrivateStorage } from './private-storage';
import { SessionTabs } from './session-tabs';
import { SessionStore } from './session.store';
import { TokenKeeper } from './token-keeper';

@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly keeper = inject(TokenKeeper);
  private readonly requests = inject(SessionRequests);
  private readonly storage = inject(PrivateStorage);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(SessionTabs);
  private readonly tokens = inject(AccessTokens);

  /** What would be lost with the session: null where that is nothing. A guest cannot come back to it. */
  async leftBehind(): Promise<LeftBehind | null> {
    await this.tokens.settled();
    const person = this.session.user();
    if (!person || person.kind === 'GUEST') return null;
    const left = await this.storage.leftBehind(person.id);
    return left.drafts + left.unsent + left.changes + left.reactions > 0 ? left : null;
  }

  /** Ends the session for every tab, and says whose it was. Where the server cannot be told, it goes on, and the answer says so. */
  async logout(keeps = false): Promise<Outcome<Person | null>> {
    await this.tokens.settled();
    const person = this.session.user();
    const outcome = await this.requests.logout(this.keeper.current?.text ?? null);
    if (!outcome.ok) return outcome;
    this.tabs.tell({ kind: 'signed-out', keeps });
    await this.session.leave(keeps);
    return done(person);
  }
}
