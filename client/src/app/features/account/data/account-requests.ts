import { inject, Injectable } from '@angular/core';
import { concat, filter, map, type Observable, throwError } from 'rxjs';
import {
  AccountDocument,
  AccountEventsDocument,
  type AccountQuery,
  BecomeAdministratorDocument,
  ChangePasswordDocument,
  DeleteAccountDocument,
  type DeleteAccountInput,
  LogoutEverywhereDocument,
  RevokeSessionDocument,
  type ViewerSessionFieldsFragment,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome, refused, signedOut } from '../../../core/graphql/problem';
import type { SignedIn } from '../../../core/session/signed-in';

export type Account = NonNullable<AccountQuery['viewer']>;
export type OpenSession = ViewerSessionFieldsFragment;

/** By one of them each event is known that the page shows something of. */
const SHOWN = ['sessionId', 'emailAddress', 'emailNotifications'];

@Injectable({ providedIn: 'root' })
export class AccountRequests {
  private readonly graphql = inject(GraphQL);

  /** The whole page, in one request. */
  async account(): Promise<Outcome<Account>> {
    const outcome = await this.graphql.query(AccountDocument, {});
    if (!outcome.ok) return outcome;
    const { viewer } = outcome.value;
    return viewer ? done(viewer) : refused(signedOut());
  }

  /** Each time that one of the viewer's sessions was opened or has ended since, or something about their e-mail changed. Ends with an error, as the connection does. */
  events(after: string): Observable<unknown> {
    const events = this.graphql.subscribe(AccountEventsDocument, { after }).pipe(
      map((data) => data.events.event),
      filter((event) => event !== null && SHOWN.some((field) => field in event)),
    );
    return concat(
      events,
      throwError(() => new Error('The server ended the subscription.')),
    );
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<Outcome<SignedIn>> {
    const outcome = await this.graphql.mutate(ChangePasswordDocument, { input: { currentPassword, newPassword } });
    return outcome.ok ? done(outcome.value.changePassword) : outcome;
  }

  async revokeSession(sessionId: string): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(RevokeSessionDocument, { input: { sessionId } });
    return outcome.ok ? done(outcome.value.revokeSession.ok) : outcome;
  }

  async logoutEverywhere(): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(LogoutEverywhereDocument, {});
    return outcome.ok ? done(outcome.value.logoutEverywhere.ok) : outcome;
  }

  async deleteAccount(input: DeleteAccountInput): Promise<Outcome<unknown>> {
    return this.graphql.mutate(DeleteAccountDocument, { input });
  }

  async becomeAdministrator(code: string): Promise<Outcome<string>> {
    const outcome = await this.graphql.mutate(BecomeAdministratorDocument, { input: { code } });
    return outcome.ok ? done(outcome.value.becomeAdministrator.user.id) : outcome;
  }
}
