import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, EMPTY, from, switchMap, tap } from 'rxjs';
import { done, type Outcome, type Problem } from '../../core/graphql/problem';
import { AccessTokens } from '../../core/session/access-tokens';
import { SessionStore } from '../../core/session/session.store';
import { type Device, deviceOf } from '../../shared/text/device';
import { pauseBefore } from '../../shared/time/repetition';
import { type Account, AccountRequests, type OpenSession } from './data/account-requests';
import type { Profile } from './data/profile-requests';

export interface SessionItem extends OpenSession {
  readonly device: Device;
}

/** Who somebody is here, where they are signed in and where they get e-mail, as long as the page is open. What changes elsewhere shows at once. */
@Injectable()
export class AccountStore {
  private readonly requests = inject(AccountRequests);
  private readonly session = inject(SessionStore);
  private readonly tokens = inject(AccessTokens);

  private readonly account = signal<Account | null>(null);
  /** Where the feed goes on. After a connection that was lost it begins anew, also where nothing has happened meanwhile. */
  private readonly cursor = computed(() => this.account()?.eventCursor ?? null, { equal: () => false });
  private failures = 0;
  private isGone = false;
  private readonly failure = signal<Problem | null>(null);

  readonly problem = this.failure.asReadonly();
  readonly user = computed(() => this.account()?.user ?? null);
  readonly isGuest = computed(() => this.user()?.kind === 'GUEST');
  readonly emailAddress = computed(() => this.account()?.emailAddress ?? null);
  readonly emailNotifications = computed(() => this.account()?.emailNotifications ?? null);
  readonly isAdministrator = computed(() => this.account()?.isAdministrator ?? false);
  /** This browser's first, then the one used last. */
  readonly sessions = computed<readonly SessionItem[]>(() =>
    (this.account()?.sessions ?? [])
      .map((session) => ({ ...session, device: deviceOf(session.client) }))
      .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent)),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
    toObservable(this.cursor)
      .pipe(
        switchMap((cursor) =>
          cursor === null
            ? EMPTY
            : this.requests.events(cursor).pipe(
                tap(() => (this.failures = 0)),
                // What came meanwhile is in what is read after the pause.
                catchError(() => from(pauseBefore(this.failures++))),
              ),
        ),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.readAgain());
  }

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
    this.tokens.accept(outcome.value);
    this.keepSessions(({ isCurrent }) => isCurrent);
    return outcome;
  }

  /** The server has taken what they say of themselves; it stands everywhere on this page at once. */
  show(user: Profile): void {
    this.account.update((account) => account && { ...account, user });
    this.session.show(user);
  }

  /** The server has taken something about their e-mail. */
  showEmail(changes: Partial<Pick<Account, 'emailAddress' | 'emailNotifications'>>): void {
    this.account.update((account) => account && { ...account, ...changes });
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

  /** For good. Whoever did it is a visitor from then on. */
  async deleteAccount(password: string, withMessages: boolean): Promise<Outcome<unknown>> {
    const outcome = await this.requests.deleteAccount({ password, withMessages });
    if (outcome.ok) this.session.endEverywhere('account-deleted');
    return outcome;
  }

  async becomeAdministrator(code: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.becomeAdministrator(code);
    if (!outcome.ok) return outcome;
    this.account.update((account) => account && { ...account, isAdministrator: true });
    return done(null);
  }

  /** What is shown stays until there is something newer. */
  private async readAgain(): Promise<void> {
    if (this.isGone) return;
    const outcome = await this.requests.account();
    if (outcome.ok) this.account.set(outcome.value);
    else {
      await pauseBefore(this.failures++, outcome.problem.retryAfterSeconds);
      await this.readAgain();
    }
  }

  private keepSessions(isKept: (session: OpenSession) => boolean): void {
    this.account.update((account) => account && { ...account, sessions: account.sessions.filter(isKept) });
  }
}
