import { inject, Injectable, signal } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { type Problem, refused } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { SessionStore } from '../../core/session/session.store';
import { PasswordResetRequests } from './data/password-reset-requests';

export type ResetStep = 'looking' | 'choosing' | 'over' | 'failed' | 'done';

/** The link to a new password that somebody opened, as long as the page is. */
@Injectable()
export class PasswordResetStore {
  private readonly requests = inject(PasswordResetRequests);
  private readonly session = inject(SessionStore);

  private readonly at = signal<ResetStep>('looking');
  private readonly person = signal<Person | null>(null);
  private readonly failure = signal<Problem | null>(null);
  private readonly working = signal(false);

  readonly step = this.at.asReadonly();
  readonly owner = this.person.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();

  async look(token: string): Promise<void> {
    this.at.set('looking');
    this.failure.set(null);
    const outcome = await this.requests.ownerOf(token);
    if (!outcome.ok) {
      this.failure.set(outcome.problem);
      this.at.set('failed');
      return;
    }
    this.person.set(outcome.value);
    this.at.set(outcome.value ? 'choosing' : 'over');
  }

  async choose(token: string, newPassword: string): Promise<void> {
    if (this.working()) return;
    this.working.set(true);
    const empty = firstEmpty([
      { field: 'newPassword', value: newPassword, sentence: $localize`Choose a new password.` },
    ]);
    const outcome = empty ? refused<Person>(empty) : await this.requests.reset(token, newPassword);
    this.working.set(false);
    this.failure.set(outcome.ok ? null : outcome.problem);
    if (outcome.ok) this.finish(outcome.value);
    else if (outcome.problem.code === 'NOT_FOUND') this.at.set('over');
  }

  /** The server has ended all sessions of the account: this page may have held one. */
  private finish(owner: Person): void {
    this.person.set(owner);
    this.at.set('done');
    if (this.session.userId() === owner.id) void this.session.leave();
  }
}
