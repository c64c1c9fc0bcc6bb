import { inject, Injectable } from '@angular/core';
import {
  CreateRoomDocument,
  type CreateRoomInput,
  JoinRoomDocument,
  LeaveRoomDocument,
  type OpenRoomFieldsFragment,
  RoomByNameDocument,
  SearchRoomsDocument,
} from '../../../core/graphql/generated';
import { GraphQL } from '../../../core/graphql/graphql';
import { done, type Outcome } from '../../../core/graphql/problem';
import { type RoomPage, toRoomPage } from '../../../feed/room-page';

@Injectable({ providedIn: 'root' })
export class RoomRequests {
  private readonly graphql = inject(GraphQL);

  async search(query: string, after: string | null): Promise<Outcome<RoomPage>> {
    const outcome = await this.graphql.query(SearchRoomsDocument, { query, after });
    return outcome.ok ? done(toRoomPage(outcome.value.rooms)) : outcome;
  }

  async create(input: CreateRoomInput): Promise<Outcome<OpenRoomFieldsFragment>> {
    const outcome = await this.graphql.mutate(CreateRoomDocument, { input });
    return outcome.ok ? done(outcome.value.createRoom.room) : outcome;
  }

  async join(roomId: string): Promise<Outcome<OpenRoomFieldsFragment>> {
    const outcome = await this.graphql.mutate(JoinRoomDocument, { input: { roomId } });
    return outcome.ok ? done(outcome.value.joinRoom.room) : outcome;
  }

  async leave(roomId: string): Promise<Outcome<string>> {
    const outcome = await this.graphql.mutate(LeaveRoomDocument, { input: { roomId } });
    return outcome.ok ? done(roomId) : outcome;
  }

  /** Joins the public room of this name, or makes it: the second who types the same name meets the first. */
  async enterByName(name: string): Promise<Outcome<OpenRoomFieldsFragment>> {
    const found = await this.joinByName(name);
    // Everybody may have left it in this very moment, and somebody made another of this name.
    if (found && (found.ok || found.problem.code !== 'CONFLICT')) return found;
    const created = await this.create({ name });
    if (created.ok || created.problem.code !== 'CONFLICT') return created;
    // Somebody made it in this very moment.
    return (await this.joinByName(name)) ?? created;
  }

  private async joinByName(name: string): Promise<Outcome<OpenRoomFieldsFragment> | null> {
    const outcome = await this.graphql.query(RoomByNameDocument, { name });
    if (!outcome.ok) return outcome;
    return outcome.value.roomByName && this.join(outcome.value.roomByName.id);
  }
}
