import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Clock } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { RoomAccess, RoomNotFound, RoomType } from '../rooms/index.js';
import { ReaderPlaces } from './reader-places.js';
import type { SetRoomPreferencesInput } from './reading.inputs.js';
import { RoomStateChanged } from './reading.events.js';
import { BEGINNING, changedPreferences, isSame, type Preferences, preferencesAt } from './room-preferences.js';
import { RoomState } from './room-state.entity.js';

/** How people want to hear of a room. */
@Injectable()
export class RoomPreferencesService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly places: ReaderPlaces,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async setRoomPreferences(actor: Actor, { roomId, ...wanted }: SetRoomPreferencesInput): Promise<RoomType> {
    const now = this.clock.now();
    await this.database.write({ people: [actor.userId] }, async (tx) => {
      const { membershipId } = await this.places.of(tx, actor, roomId);
      const state = await tx.em.findOne(RoomState, { membershipId });
      const before = preferencesAt(now, state ?? BEGINNING);
      const after = changedPreferences(before, wanted, now);
      if (isSame(before, after)) return;
      await save(tx, { membershipId, roomId }, state, after);
      await this.journal.ofPerson(tx, RoomStateChanged, actor.userId, { actorId: actor.userId, subjectId: roomId });
    });
    // They may have been removed from it since.
    const room = await this.access.visible(actor, roomId);
    if (!room) throw new RoomNotFound();
    return RoomType.of(room);
  }
}

async function save(
  tx: Transaction,
  place: { readonly membershipId: string; readonly roomId: string },
  state: RoomState | null,
  preferences: Preferences,
): Promise<void> {
  if (state) Object.assign(state, preferences, { roomId: place.roomId });
  else
    tx.em.create(RoomState, {
      ...place,
      lastReadNumber: null,
      closedSeq: null,
      sectionId: null,
      place: null,
      ...preferences,
    });
  await tx.em.flush();
}
