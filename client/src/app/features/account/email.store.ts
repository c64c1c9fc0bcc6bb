import { computed, inject, Injectable } from '@angular/core';
import { done, type Outcome } from '../../core/graphql/problem';
import { AccountStore } from './account.store';
import { type EmailAddress, type EmailNotifications, EmailRequests } from './data/email-requests';

/** Where the viewer gets e-mail and which they want, as long as the page of the account is open. */
@Injectable()
export class EmailStore {
  private readonly account = inject(AccountStore);
  private readonly requests = inject(EmailRequests);

  readonly address = computed(() => this.account.emailAddress()?.address ?? null);
  readonly pendingAddress = computed(() => this.account.emailAddress()?.pendingAddress ?? null);
  readonly pendingUntil = computed(() => this.account.emailAddress()?.pendingUntil ?? null);
  readonly failure = computed(() => {
    const { failingSince = null, failure } = this.account.emailAddress() ?? {};
    return failingSince === null ? null : (failure ?? '');
  });
  readonly notifications = this.account.emailNotifications;

  async setAddress(address: string, currentPassword: string): Promise<Outcome<EmailAddress>> {
    return this.shown(await this.requests.setAddress(address, currentPassword));
  }

  async resendConfirmation(): Promise<Outcome<EmailAddress>> {
    return this.shown(await this.requests.resendConfirmation());
  }

  async removeAddress(currentPassword: string): Promise<Outcome<unknown>> {
    const outcome = await this.requests.removeAddress(currentPassword);
    if (outcome.ok) this.account.showEmail({ emailAddress: null });
    return outcome;
  }

  async change(changes: Partial<EmailNotifications>): Promise<Outcome<EmailNotifications>> {
    const outcome = await this.requests.setNotifications(changes);
    if (outcome.ok) this.account.showEmail({ emailNotifications: outcome.value });
    return outcome;
  }

  private shown(outcome: Outcome<EmailAddress>): Outcome<EmailAddress> {
    if (!outcome.ok) return outcome;
    this.account.showEmail({ emailAddress: outcome.value });
    return done(outcome.value);
  }
}
