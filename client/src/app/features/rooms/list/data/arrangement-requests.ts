import { inject, Injectable } from '@angular/core';
import {
  CreateRoomSectionDocument,
  DeleteRoomSectionDocument,
  MoveRoomsDocument,
  type MoveRoomsInput,
  SetRoomOrderDocument,
  UpdateRoomSectionDocument,
  type UpdateRoomSectionInput,
} from '../../../../core/graphql/generated';
import { GraphQL } from '../../../../core/graphql/graphql';
import type { RoomArrangement, RoomOrder } from '../../../../core/graphql/model';
import { done, type Outcome } from '../../../../core/graphql/problem';

/** Each answers with the whole arrangement as it is afterwards. */
@Injectable({ providedIn: 'root' })
export class ArrangementRequests {
  private readonly graphql = inject(GraphQL);

  async setOrder(order: RoomOrder): Promise<Outcome<RoomArrangement>> {
    const outcome = await this.graphql.mutate(SetRoomOrderDocument, { input: { order } });
    return outcome.ok ? done(outcome.value.setRoomOrder.roomArrangement) : outcome;
  }

  /** With the id of the new section. */
  async createSection(name: string): Promise<Outcome<{ sectionId: string; arrangement: RoomArrangement }>> {
    const outcome = await this.graphql.mutate(CreateRoomSectionDocument, { input: { name } });
    if (!outcome.ok) return outcome;
    const { section, roomArrangement } = outcome.value.createRoomSection;
    return done({ sectionId: section.id, arrangement: roomArrangement });
  }

  async updateSection(input: UpdateRoomSectionInput): Promise<Outcome<RoomArrangement>> {
    const outcome = await this.graphql.mutate(UpdateRoomSectionDocument, { input });
    return outcome.ok ? done(outcome.value.updateRoomSection.roomArrangement) : outcome;
  }

  async deleteSection(sectionId: string): Promise<Outcome<RoomArrangement>> {
    const outcome = await this.graphql.mutate(DeleteRoomSectionDocument, { input: { sectionId } });
    return outcome.ok ? done(outcome.value.deleteRoomSection.roomArrangement) : outcome;
  }

  async moveRooms(input: MoveRoomsInput): Promise<Outcome<RoomArrangement>> {
    const outcome = await this.graphql.mutate(MoveRoomsDocument, { input });
    return outcome.ok ? done(outcome.value.moveRooms.roomArrangement) : outcome;
  }
}
