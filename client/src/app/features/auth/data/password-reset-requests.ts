import { inject, Injectable } from '@angular/core';
import { PasswordResetDocument, ResetPasswordDocument } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class PasswordResetRequests {
  private readonly graphql = inject(GraphQL);

  /** Whose link it is; null for one that is over. */
  async ownerOf(token: string): Promise<Outcome<Person | null>> {
    const outcome = await this.graphql.query(PasswordResetDocument, { token });
    return outcome.ok ? done(outcome.value.passwordReset?.user ?? null) : outcome;
  }

  async reset(token: string, newPassword: string): Promise<Outcome<Person>> {
    const outcome = await this.graphql.mutate(ResetPasswordDocument, { input: { token, newPassword } });
    return outcome.ok ? done(outcome.value.resetPassword.user) : outcome;
  }
}
