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
import type { Room } from '../../../core/graphql/model';
import { done, type Outcome } from '../../../core/graphql/problem';

@Injectable({ providedIn: 'root' })
export class RoomRequests {
  private readonly graphql = inject(GraphQL);

  async search(query: string): Promise<Outcome<readonly Room[]>> {
    const outcome = await this.graphql.query(SearchRoomsDocument, { query });
    return outcome.ok ? done(outcome.value.rooms.nodes) : outcome;
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
    if (found) return found;
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
