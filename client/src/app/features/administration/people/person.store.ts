import { computed, inject, Injectable, signal } from '@angular/core';
import type { Outcome, Problem } from '../../../core/graphql/problem';
import { SessionStore } from '../../../core/session/session.store';
import { type Account, AccountRequests, type PasswordLink } from './data/account-requests';

/** One account, and what administrators do with it, as long as the page is open. */
@Injectable()
export class PersonStore {
  private readonly requests = inject(AccountRequests);
  private readonly session = inject(SessionStore);

  /** Undefined while it is not known; null where there is nobody. */
  private readonly found = signal<Account | null | undefined>(undefined);
  private readonly made = signal<PasswordLink | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly working = signal(false);

  readonly account = computed(() => this.found() ?? null);
  readonly isLoaded = computed(() => this.found() !== undefined);
  /** The newest one, which nobody is shown again. */
  readonly link = this.made.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly isOneself = computed(() => this.account()?.user.id === this.session.userId());
  readonly hasPassword = computed(() => this.account()?.user.kind === 'PERSON');

  async load(userId: string): Promise<void> {
    this.found.set(undefined);
    this.made.set(null);
    await this.work(
      () => this.requests.account(userId),
      (account) => {
        this.found.set(account);
      },
    );
  }

  endSessions(): Promise<boolean> {
    return this.change((id) => this.requests.endSessions(id));
  }

  disable(): Promise<boolean> {
    return this.change((id) => this.requests.disable(id));
  }

  enable(): Promise<boolean> {
    return this.change((id) => this.requests.enable(id));
  }

  delete(withMessages: boolean): Promise<boolean> {
    return this.change((id) => this.requests.delete(id, withMessages));
  }

  async makeLink(): Promise<boolean> {
    const account = this.account();
    if (!account) return false;
    return this.work(
      () => this.requests.createPasswordLink(account.user.id),
      (link) => {
        this.made.set(link);
      },
    );
  }

  async setAdministrator(isAdministrator: boolean): Promise<boolean> {
    const account = this.account();
    if (!account) return false;
    return this.work(
      () => this.requests.setAdministrator(account.user.id, isAdministrator),
      () => {
        this.found.set({ ...account, isAdministrator });
      },
    );
  }

  private async change(ask: (userId: string) => Promise<Outcome<Account | null>>): Promise<boolean> {
    const account = this.account();
    if (!account) return false;
    return this.work(
      () => ask(account.user.id),
      (changed) => {
        // What was made for them before may be over.
        this.made.set(null);
        this.found.set(changed);
      },
    );
  }

  private async work<T>(ask: () => Promise<Outcome<T>>, apply: (value: T) => void): Promise<boolean> {
    if (this.working()) return false;
    this.working.set(true);
    this.failure.set(null);
    const outcome = await ask();
    this.working.set(false);
    if (outcome.ok) apply(outcome.value);
    else this.failure.set(outcome.problem);
    return outcome.ok;
  }
}
