import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import {
  EventsDocument,
  MoreOwnRoomsDocument,
  OpenChatDocument,
  type OpenChatQuery,
  OpenChatRoomDocument,
  OpenRoomDocument,
  type OpenRoomFieldsFragment,
  type OwnRoomPageFieldsFragment,
  type ViewerFieldsFragment,
  VisibleRoomsDocument,
} from '../../core/graphql/generated';
import { GraphQL } from '../../core/graphql/graphql';
import type { FeedItem, Room } from '../../core/graphql/model';
import { done, type Outcome, problem, refused } from '../../core/graphql/problem';

export interface FirstRead {
  readonly viewer: ViewerFieldsFragment;
  /** Some of the rooms that this viewer may see. */
  readonly visibleRooms: readonly Room[];
  /** Undefined where no room was asked for, null where there is none for this viewer. */
  readonly room: OpenRoomFieldsFragment | null | undefined;
}

@Injectable({ providedIn: 'root' })
export class FeedRequests {
  private readonly graphql = inject(GraphQL);

  /** The whole first screen, in one request. */
  async openChat(roomId: string | null): Promise<Outcome<FirstRead>> {
    if (roomId === null) {
      const outcome = await this.graphql.query(OpenChatDocument, {});
      return outcome.ok ? firstRead(outcome.value, undefined) : outcome;
    }
    const outcome = await this.graphql.query(OpenChatRoomDocument, { roomId });
    return outcome.ok ? firstRead(outcome.value, outcome.value.room) : outcome;
  }

  async openRoom(roomId: string): Promise<Outcome<OpenRoomFieldsFragment | null>> {
    const outcome = await this.graphql.query(OpenRoomDocument, { roomId });
    return outcome.ok ? done(outcome.value.room) : outcome;
  }

  async visibleRooms(): Promise<Outcome<readonly Room[]>> {
    const outcome = await this.graphql.query(VisibleRoomsDocument, {});
    return outcome.ok ? done(outcome.value.rooms.nodes) : outcome;
  }

  async moreOwnRooms(after: string): Promise<Outcome<OwnRoomPageFieldsFragment>> {
    const outcome = await this.graphql.query(MoreOwnRoomsDocument, { after });
    if (!outcome.ok) return outcome;
    return outcome.value.viewer ? done(outcome.value.viewer.rooms) : refused(signedOut());
  }

  events(after: string): Observable<FeedItem> {
    return this.graphql.subscribe(EventsDocument, { after }).pipe(map(({ events }) => events));
  }
}

function firstRead({ viewer, rooms }: OpenChatQuery, room: FirstRead['room']): Outcome<FirstRead> {
  return viewer ? done({ viewer, visibleRooms: rooms.nodes, room }) : refused(signedOut());
}

function signedOut() {
  return problem('UNAUTHENTICATED', 'Please sign in again.');
}
