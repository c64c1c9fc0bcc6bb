import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import { RoomStreamsDocument, type RoomStreamsSubscription } from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';

export type StreamPiece = RoomStreamsSubscription['roomStreams'];

@Injectable({ providedIn: 'root' })
export class StreamRequests {
  private readonly graphql = inject(GraphQL);

  /** What bots are writing in a room: each message as it stands, then its pieces. */
  roomStreams(roomId: string): Observable<StreamPiece> {
    return this.graphql.subscribe(RoomStreamsDocument, { roomId }).pipe(map(({ roomStreams }) => roomStreams));
  }
}
