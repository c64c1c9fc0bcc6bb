import { inject, Injectable } from '@angular/core';
import {
  type AccountFieldsFragment,
  type AccountFilter,
  AccountOfDocument,
  AccountsDocument,
  type AccountsQuery,
  CreatePasswordResetDocument,
  type CreatePasswordResetMutation,
  DeleteUserDocument,
  DisableAccountDocument,
  EnableAccountDocument,
  EndSessionsDocument,
  SetAdministratorDocument,
} from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import { done, type Outcome } from '../../../../core/graphql/problem';

export type { AccountFilter };
export type Account = AccountFieldsFragment;
export type AccountsPage = AccountsQuery['accounts'];
/** With the only copy of its path. */
export type PasswordLink = CreatePasswordResetMutation['createPasswordReset'];

export interface AccountsWanted {
  readonly query: string;
  readonly filter: AccountFilter;
}

@Injectable({ providedIn: 'root' })
export class AccountRequests {
  private readonly graphql = inject(GraphQL);

  async accounts({ query, filter }: AccountsWanted, after: string | null): Promise<Outcome<AccountsPage>> {
    const outcome = await this.graphql.query(AccountsDocument, { query, filter, after });
    return outcome.ok ? done(outcome.value.accounts) : outcome;
  }

  /** Null where there is nobody (any more). */
  async account(userId: string): Promise<Outcome<Account | null>> {
    const outcome = await this.graphql.query(AccountOfDocument, { userId });
    return outcome.ok ? done(outcome.value.account) : outcome;
  }

  /** Null for a guest, whose visit has ended by that. */
  async endSessions(userId: string): Promise<Outcome<Account | null>> {
    const outcome = await this.graphql.mutate(EndSessionsDocument, { input: { userId } });
    return outcome.ok ? done(outcome.value.endSessions.account) : outcome;
  }

  async disable(userId: string): Promise<Outcome<Account>> {
    const outcome = await this.graphql.mutate(DisableAccountDocument, { input: { userId } });
    return outcome.ok ? done(outcome.value.disableAccount.account) : outcome;
  }

  async enable(userId: string): Promise<Outcome<Account>> {
    const outcome = await this.graphql.mutate(EnableAccountDocument, { input: { userId } });
    return outcome.ok ? done(outcome.value.enableAccount.account) : outcome;
  }

  /** Nothing is left of it but the author of what stays. */
  async delete(userId: string, withMessages: boolean): Promise<Outcome<null>> {
    const outcome = await this.graphql.mutate(DeleteUserDocument, { input: { userId, withMessages } });
    return outcome.ok ? done(null) : outcome;
  }

  async createPasswordLink(userId: string): Promise<Outcome<PasswordLink>> {
    const outcome = await this.graphql.mutate(CreatePasswordResetDocument, { input: { userId } });
    return outcome.ok ? done(outcome.value.createPasswordReset) : outcome;
  }

  async setAdministrator(userId: string, isAdministrator: boolean): Promise<Outcome<unknown>> {
    return this.graphql.mutate(SetAdministratorDocument, { input: { userId, isAdministrator } });
  }
}
