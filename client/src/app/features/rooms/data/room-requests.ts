import { inject, Injectable } from '@angular/core';
import {
  ArchiveRoomDocument,
  CreateRoomDocument,
  type CreateRoomInput,
  DeleteRoomDocument,
  JoinRoomDocument,
  LeaveRoomDocument,
  type OpenRoomFieldsFragment,
  RoomByNameDocument,
  SearchRoomsDocument,
  UnarchiveRoomDocument,
  UpdateRoomDocument,
  type UpdateRoomInput,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import type { Person, Room } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';
import { type RoomPage, toRoomPage } from '../../../feed/room-page';

/** What was found for some words. */
export interface Found {
  readonly page: RoomPage;
  readonly people: readonly Person[];
}

@Injectable({ providedIn: 'root' })
export class RoomRequests {
  private readonly graphql = inject(GraphQL);

  /** The first page, with people whom one may write to where they are wanted. */
  async search(query: string, people: boolean): Promise<Outcome<Found>> {
    const outcome = await this.graphql.query(SearchRoomsDocument, { query, after: null, people });
    if (!outcome.ok) return outcome;
    const { rooms, users } = outcome.value;
    return done({ page: toRoomPage(rooms), people: users ?? [] });
  }

  async searchOn(query: string, after: string): Promise<Outcome<RoomPage>> {
    const outcome = await this.graphql.query(SearchRoomsDocument, { query, after, people: false });
    return outcome.ok ? done(toRoomPage(outcome.value.rooms)) : outcome;
  }

  async create(input: CreateRoomInput): Promise<Outcome<OpenRoomFieldsFragment>> {
    const outcome = await this.graphql.mutate(CreateRoomDocument, { input });
    return outcome.ok ? done(outcome.value.createRoom.room) : outcome;
  }

  async update(input: UpdateRoomInput): Promise<Outcome<Room>> {
    const outcome = await this.graphql.mutate(UpdateRoomDocument, { input });
    return outcome.ok ? done(outcome.value.updateRoom.room) : outcome;
  }

  async setArchived(roomId: string, isArchived: boolean): Promise<Outcome<Room>> {
    const input = { roomId };
    if (isArchived) {
      const outcome = await this.graphql.mutate(ArchiveRoomDocument, { input });
      return outcome.ok ? done(outcome.value.archiveRoom.room) : outcome;
    }
    const outcome = await this.graphql.mutate(UnarchiveRoomDocument, { input });
    return outcome.ok ? done(outcome.value.unarchiveRoom.room) : outcome;
  }

  async delete(roomId: string, name: string): Promise<Outcome<unknown>> {
    return this.graphql.mutate(DeleteRoomDocument, { input: { roomId, name } });
  }

  async join(roomId: string): Promise<Outcome<OpenRoomFieldsFragment>> {
    const outcome = await this.graphql.mutate(JoinRoomDocument, { input: { roomId } });
    return outcome.ok ? done(outcome.value.joinRoom.room) : outcome;
  }

  async leave(roomId: string): Promise<Outcome<string>> {
    const outcome = await this.graphql.mutate(LeaveRoomDocument, { input: { roomId } });
    return outcome.ok ? done(roomId) : outcome;
  }

  /** The public room of this name; null where there is none. */
  async byName(name: string): Promise<Outcome<Room | null>> {
    const outcome = await this.graphql.query(RoomByNameDocument, { name });
    return outcome.ok ? done(outcome.value.roomByName) : outcome;
  }
}
