import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** Removes some of what a feature stored for a deleted room, in a change of its own that is over soon; says whether there may be more. Twice does no harm. */
export type RemoveSome = (roomId: string) => Promise<boolean>;

/** Removes what a feature keeps for stays in a room, in the change that removes these. */
export type RemoveOfStays = (tx: Transaction, membershipIds: readonly string[]) => Promise<void>;

/** What is stored for a room beside its own rows. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class RoomRemains {
  readonly ofRooms: RemoveSome[] = [];
  readonly ofStays: RemoveOfStays[] = [];

  ofRoom(removeSome: RemoveSome): void {
    this.ofRooms.push(removeSome);
  }

  ofStay(remove: RemoveOfStays): void {
    this.ofStays.push(remove);
  }
}
