import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoomRemains } from '../rooms/index.js';
import { REMOVE_STATES_OF_STAYS } from './reading.queries.js';

/** Removes what people had read of a room, and how they wanted to hear of it, once it is deleted. */
@Injectable()
export class StatesOfDeletedRooms implements OnModuleInit {
  constructor(private readonly remains: RoomRemains) {}

  onModuleInit(): void {
    this.remains.ofStay(async (tx, membershipIds) => {
      await tx.rows(REMOVE_STATES_OF_STAYS, [membershipIds]);
    });
  }
}
