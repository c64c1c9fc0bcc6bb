import { inject, Injectable } from '@angular/core';
import {
  type EmailAddressFieldsFragment,
  type EmailNotificationsFieldsFragment,
  RemoveEmailAddressDocument,
  ResendEmailConfirmationDocument,
  SetEmailAddressDocument,
  SetEmailNotificationsDocument,
  type SetEmailNotificationsInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';

export type EmailAddress = EmailAddressFieldsFragment;
export type EmailNotifications = EmailNotificationsFieldsFragment;

@Injectable({ providedIn: 'root' })
export class EmailRequests {
  private readonly graphql = inject(GraphQL);

  async setAddress(address: string, currentPassword: string): Promise<Outcome<EmailAddress>> {
    const outcome = await this.graphql.mutate(SetEmailAddressDocument, { input: { address, currentPassword } });
    return outcome.ok ? done(outcome.value.setEmailAddress.emailAddress) : outcome;
  }

  async resendConfirmation(): Promise<Outcome<EmailAddress>> {
    const outcome = await this.graphql.mutate(ResendEmailConfirmationDocument, {});
    return outcome.ok ? done(outcome.value.resendEmailConfirmation.emailAddress) : outcome;
  }

  async removeAddress(currentPassword: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(RemoveEmailAddressDocument, { input: { currentPassword } });
  }

  async setNotifications(input: SetEmailNotificationsInput): Promise<Outcome<EmailNotifications>> {
    const outcome = await this.graphql.mutate(SetEmailNotificationsDocument, { input });
    return outcome.ok ? done(outcome.value.setEmailNotifications.emailNotifications) : outcome;
  }
}
