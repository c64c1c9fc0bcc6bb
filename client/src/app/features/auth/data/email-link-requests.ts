import { inject, Injectable } from '@angular/core';
import {
  ConfirmEmailAddressDocument,
  RequestPasswordResetDocument,
  UnsubscribeDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

/** What the links in e-mail do, and how somebody has one sent. */
@Injectable({ providedIn: 'root' })
export class EmailLinkRequests {
  private readonly graphql = inject(GraphQL);

  async requestPasswordReset(usernameOrEmail: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(RequestPasswordResetDocument, { input: { usernameOrEmail } });
  }

  /** The address that is confirmed now. */
  async confirm(token: string): Promise<Outcome<string>> {
    const outcome = await this.graphql.mutate(ConfirmEmailAddressDocument, { input: { token } });
    return outcome.ok ? done(outcome.value.confirmEmailAddress.address) : outcome;
  }

  async unsubscribe(token: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(UnsubscribeDocument, { input: { token } });
  }
}
