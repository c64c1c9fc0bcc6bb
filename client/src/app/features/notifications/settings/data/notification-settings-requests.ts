import { inject, Injectable } from '@angular/core';
import { concat, filter, map, type Observable, throwError } from 'rxjs';
import {
  NotificationEventsDocument,
  NotificationPageDocument,
  type NotificationPageQuery,
  RemovePushSubscriptionDocument,
  SetNotificationSettingsDocument,
  type SetNotificationSettingsInput,
  TestPushSubscriptionDocument,
} from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import type { NotificationSettings } from '../../../../core/graphql/model';
import { done, type Outcome, refused, signedOut } from '../../../../core/graphql/problem';

export type NotificationPage = NonNullable<NotificationPageQuery['viewer']> & {
  /** False where the server pushes nothing. */
  readonly pushes: boolean;
};
export type PushDevice = NotificationPage['pushSubscriptions'][number];
export type SettingsChanges = SetNotificationSettingsInput;

@Injectable({ providedIn: 'root' })
export class NotificationSettingsRequests {
  private readonly graphql = inject(GraphQL);

  /** The whole page, in one request. */
  async page(): Promise<Outcome<NotificationPage>> {
    const outcome = await this.graphql.query(NotificationPageDocument, {});
    if (!outcome.ok) return outcome;
    const { server, viewer } = outcome.value;
    return viewer ? done({ ...viewer, pushes: server.pushPublicKey !== null }) : refused(signedOut());
  }

  /** Each time that one of these settings was changed, on whichever device. Ends with an error, as the connection does. */
  changes(after: string): Observable<unknown> {
    const events = this.graphql.subscribe(NotificationEventsDocument, { after }).pipe(
      map(({ events: { event } }) => event?.__typename),
      filter((kind) => kind === 'DoNotDisturbChanged' || kind === 'NotificationSettingsChanged'),
    );
    return concat(
      events,
      throwError(() => new Error('The server ended the subscription.')),
    );
  }

  async change(input: SettingsChanges): Promise<Outcome<NotificationSettings>> {
    const outcome = await this.graphql.mutate(SetNotificationSettingsDocument, { input });
    return outcome.ok ? done(outcome.value.setNotificationSettings.notificationSettings) : outcome;
  }

  async remove(id: string): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(RemovePushSubscriptionDocument, { input: { id } });
    return outcome.ok ? done(outcome.value.removePushSubscription.ok) : outcome;
  }

  async test(id: string): Promise<Outcome<boolean>> {
    const outcome = await this.graphql.mutate(TestPushSubscriptionDocument, { input: { id } });
    return outcome.ok ? done(outcome.value.testPushSubscription.ok) : outcome;
  }
}
