import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import {
  BlockedUsersDocument,
  type BlockedPageFieldsFragment,
  EventsDocument,
  OpenChatDocument,
  type OpenChatQuery,
  OpenChatRoomDocument,
  OpenRoomDocument,
  OpenThreadDocument,
  type OpenRoomFieldsFragment,
  type OwnRoomPageFieldsFragment,
  OwnRoomsDocument,
  type ViewerFieldsFragment,
  VisibleRoomsDocument,
} from '../../core/graphql/generated';
import { GraphQL } from '../../core/graphql/graphql';
import type { FeedItem, ServerInfo, ThreadRead, ThreadReading } from '../../core/graphql/model';
import { done, type Outcome, refused, signedOut } from '../../core/graphql/problem';
import { readingsOf } from './thread-readings';
import { type RoomPage, toRoomPage } from '../room-page';

export interface FirstRead {
  readonly viewer: ViewerFieldsFragment;
  readonly server: ServerInfo;
  /** The first of the rooms that this viewer may see. */
  readonly visibleRooms: RoomPage;
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

  /** A thread with the message that it hangs on, in one request. */
  openThread(id: string): Promise<Outcome<ThreadRead>> {
    return this.graphql.query(OpenThreadDocument, { id });
  }

  /** What threads are to the viewer, by id; none of one that is not there for them. */
  async threadReadings(ids: readonly string[]): Promise<Outcome<ReadonlyMap<string, ThreadReading>>> {
    const { document, variables } = readingsOf(ids);
    const outcome = await this.graphql.query(document, variables);
    if (!outcome.ok) return outcome;
    const readings = Object.values(outcome.value).flatMap((reading) => (reading ? [reading] : []));
    return done(new Map(readings.map((reading) => [reading.id, reading])));
  }

  async visibleRooms(after: string | null): Promise<Outcome<RoomPage>> {
    const outcome = await this.graphql.query(VisibleRoomsDocument, { after });
    return outcome.ok ? done(toRoomPage(outcome.value.rooms)) : outcome;
  }

  /** A page of them, those with the newest activity first. */
  async ownRooms(after: string | null): Promise<Outcome<OwnRoomPageFieldsFragment>> {
    const outcome = await this.graphql.query(OwnRoomsDocument, { after });
    if (!outcome.ok) return outcome;
    return outcome.value.viewer ? done(outcome.value.viewer.rooms) : refused(signedOut());
  }

  /** A page of those whom the viewer blocks. */
  async blockedUsers(after: string): Promise<Outcome<BlockedPageFieldsFragment>> {
    const outcome = await this.graphql.query(BlockedUsersDocument, { after });
    if (!outcome.ok) return outcome;
    return outcome.value.viewer ? done(outcome.value.viewer.blockedUsers) : refused(signedOut());
  }

  events(after: string): Observable<FeedItem> {
    return this.graphql.subscribe(EventsDocument, { after }).pipe(map(({ events }) => events));
  }
}

function firstRead({ viewer, rooms, server }: OpenChatQuery, room: FirstRead['room']): Outcome<FirstRead> {
  return viewer ? done({ viewer, server, visibleRooms: toRoomPage(rooms), room }) : refused(signedOut());
}
