import { computed, inject, Injectable, signal } from '@angular/core';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { type Device, deviceOf } from '../../shared/text/device';
import { type Account, AccountRequests, type OpenSession } from './data/account-requests';

export interface SessionItem extends OpenSession {
  readonly device: Device;
}

/** Who somebody is here and where they are signed in, as long as the page is open: each visit reads it anew. */
@Injectable()
export class AccountStore {
  private readonly requests = inject(AccountRequests);
  private readonly session = inject(SessionStore);

  private readonly account = signal<Account | null>(null);
  private readonly failure = signal<Problem | null>(null);

  readonly problem = this.failure.asReadonly();
  readonly user = computed(() => this.account()?.user ?? null);
  readonly isGuest = computed(() => this.user()?.kind === 'GUEST');
  readonly isAdministrator = computed(() => this.account()?.isAdministrator ?? false);
  /** This browser's first, then the one used last. */
  readonly sessions = computed<readonly SessionItem[]>(() =>
    (this.account()?.sessions ?? [])
      .map((session) => ({ ...session, device: deviceOf(session.client) }))
      .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)),
  );

  async load(): Promise<void> {
    this.failure.set(null);
    const outcome = await this.requests.account();
    if (outcome.ok) this.account.set(outcome.value);
    else this.failure.set(outcome.problem);
  }

  /** All other sessions end with the old password. */
  async changePassword(current: string, wanted: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.changePassword(current, wanted);
    if (!outcome.ok) return outcome;
    this.session.goOnWith(outcome.value);
    this.keepSessions(({ isCurrent }) => isCurrent);
    return outcome;
  }

  async end(sessionId: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.revokeSession(sessionId);
    if (outcome.ok) this.keepSessions(({ id }) => id !== sessionId);
    return outcome;
  }

  async endEverywhere(): Promise<Outcome<unknown>> {
    const outcome = await this.requests.logoutEverywhere();
    if (outcome.ok) this.session.endEverywhere();
    return outcome;
  }

  async becomeAdministrator(code: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.becomeAdministrator(code);
    if (!outcome.ok) return outcome;
    this.account.update((account) => account && { ...account, isAdministrator: true });
    return done(null);
  }

  private keepSessions(isKept: (session: OpenSession) => boolean): void {
    this.account.update((account) => account && { ...account, sessions: account.sessions.filter(isKept) });
  }
}
