import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { MAX_MOVED_ROOMS } from '../../rules/index.js';
import { RoomStateChanged } from '../reading.events.js';
import { TooManyRooms } from './arrangement.errors.js';
import { RoomsArranged } from './arrangement.events.js';
import type {
  CreateRoomSectionInput,
  DeleteRoomSectionInput,
  MoveRoomsInput,
  SetRoomOrderInput,
  UpdateRoomSectionInput,
} from './arrangement.inputs.js';
import type { CreateRoomSectionPayload } from './arrangement.payloads.js';
import { BEGIN_ARRANGEMENT, PUT_ORDER } from './arrangement.queries.js';
import { putOnTop } from './rooms-on-top.js';
import type { RoomArrangementType } from './room-arrangement.type.js';
import { RoomSections, sectionNameFrom } from './room-sections.js';
import { ShownArrangements } from './shown-arrangements.js';

/** How people arrange their lists of rooms. What is so already is no event. */
@Injectable()
export class RoomArrangementService {
  constructor(
    private readonly database: Database,
    private readonly authenticator: Authenticator,
    private readonly arrangements: ShownArrangements,
    private readonly sections: RoomSections,
    private readonly journal: Journal,
  ) {}

  async setRoomOrder(actor: Actor, { order }: SetRoomOrderInput): Promise<RoomArrangementType> {
    return this.change(actor, async (tx, userId) => {
      if ((await this.arrangements.within(tx, userId)).order === order) return false;
      await tx.rows(PUT_ORDER, [userId, order]);
      return true;
    });
  }

  /** One of this name is not made a second time: the answer to the first try may have been lost. */
  async createRoomSection(actor: Actor, input: CreateRoomSectionInput): Promise<CreateRoomSectionPayload> {
    const name = sectionNameFrom(input.name);
    let sectionId = '';
    const roomArrangement = await this.change(actor, async (tx, userId) => {
      const { id, isNew } = await this.sections.named(tx, userId, name);
      sectionId = id;
      return isNew;
    });
    const section = roomArrangement.sections.find(({ id }) => id === sectionId);
    if (!section) throw new Error('A section is not there in the change that made it.');
    return { section, roomArrangement };
  }

  async updateRoomSection(actor: Actor, input: UpdateRoomSectionInput): Promise<RoomArrangementType> {
    return this.change(actor, (tx, userId) => this.sections.update(tx, userId, input));
  }

  /** Its rooms go back to where they were before they had a section. */
  async deleteRoomSection(actor: Actor, { sectionId }: DeleteRoomSectionInput): Promise<RoomArrangementType> {
    return this.change(actor, (tx, userId) => this.sections.remove(tx, userId, sectionId));
  }

  async moveRooms(actor: Actor, { roomIds, sectionId }: MoveRoomsInput): Promise<RoomArrangementType> {
    if (roomIds.length > MAX_MOVED_ROOMS) throw new TooManyRooms(MAX_MOVED_ROOMS);
    return this.change(actor, async (tx, userId) => {
      if (sectionId != null) await this.sections.assertOwn(tx, userId, sectionId);
      const { count, favouritesNoMore } = await putOnTop(tx, userId, [...new Set(roomIds)], sectionId);
      for (const roomId of favouritesNoMore)
        await this.journal.ofPerson(tx, RoomStateChanged, userId, { actorId: userId, subjectId: roomId });
      return count > 0;
    });
  }

  private change(
    actor: Actor,
    change: (tx: Transaction, userId: string) => Promise<boolean>,
  ): Promise<RoomArrangementType> {
    const { userId, sessionId } = actor;
    return this.database.write({ people: [userId], sessions: [sessionId] }, async (tx) => {
      // Their account may be gone since, and nothing of it is to be stored then.
      await this.authenticator.assertStillSignedIn(actor, tx);
      if (await change(tx, userId)) {
        await tx.rows(BEGIN_ARRANGEMENT, [userId]);
        await this.journal.ofPerson(tx, RoomsArranged, userId, { actorId: userId, subjectId: userId });
      }
      return this.arrangements.within(tx, userId);
    });
  }
}
