import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import type { Transaction } from '../database/index.js';
import { RoomAccess, RoomNotFound } from '../rooms/index.js';
import { READER_PLACE } from './reading.queries.js';

export interface ReaderPlace {
  /** The stay that lasts now: a mark that comes after its end belongs to no later one. */
  readonly membershipId: string;
  readonly lastNumber: number;
  readonly lastReadNumber: number;
}

/** Where somebody stands in a room, for a change that holds them. */
@Injectable()
export class ReaderPlaces {
  constructor(private readonly access: RoomAccess) {}

  /** Refuses those who are not in the room. */
  async of(tx: Transaction, actor: Actor, roomId: string): Promise<ReaderPlace> {
    await this.access.assertMember(actor, roomId, tx);
    const [place] = await tx.rows<ReaderPlace>(READER_PLACE, [roomId, actor.userId]);
    // With several writers they may leave between the two statements: the room is not locked.
    if (!place) throw new RoomNotFound();
    return place;
  }
}
