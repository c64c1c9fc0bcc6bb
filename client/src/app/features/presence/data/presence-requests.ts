import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import {
  PeoplePresenceDocument,
  RoomPresenceDocument,
  type RoomPresenceSubscription,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';

export type Presence = RoomPresenceSubscription['roomPresence'];

@Injectable({ providedIn: 'root' })
export class PresenceRequests {
  private readonly graphql = inject(GraphQL);

  /** The ids of those of these people who are online, each time that it changes. */
  peoplePresence(userIds: string[]): Observable<readonly string[]> {
    return this.graphql.subscribe(PeoplePresenceDocument, { userIds }).pipe(map(({ presence }) => presence.onlineIds));
  }

  roomPresence(roomId: string): Observable<Presence> {
    return this.graphql.subscribe(RoomPresenceDocument, { roomId }).pipe(map(({ roomPresence }) => roomPresence));
  }
}
