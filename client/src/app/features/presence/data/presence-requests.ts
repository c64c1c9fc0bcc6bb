import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import { RoomPresenceDocument, type RoomPresenceSubscription } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';

export type Presence = RoomPresenceSubscription['roomPresence'];

@Injectable({ providedIn: 'root' })
export class PresenceRequests {
  private readonly graphql = inject(GraphQL);

  roomPresence(roomId: string): Observable<Presence> {
    return this.graphql.subscribe(RoomPresenceDocument, { roomId }).pipe(map(({ roomPresence }) => roomPresence));
  }
}
