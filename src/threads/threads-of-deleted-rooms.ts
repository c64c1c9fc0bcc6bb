import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { RoomRemains } from '../rooms/index.js';
import { REMOVE_EMPTY_THREADS, REMOVE_THREAD_STATES_OF_STAYS } from './threads.queries.js';

/** Removes what is kept of threads with the rooms that they were in. */
@Injectable()
export class ThreadsOfDeletedRooms implements OnModuleInit {
  constructor(private readonly remains: RoomRemains) {}

  onModuleInit(): void {
    this.remains.ofStay(async (tx, membershipIds) => {
      await tx.rows(REMOVE_THREAD_STATES_OF_STAYS, [membershipIds]);
    });
  }

  /** The first ones of a room, whose messages are gone; says whether there were any. */
  async removeEmpty(tx: Transaction, roomId: string, most: number): Promise<boolean> {
    return (await tx.rows(REMOVE_EMPTY_THREADS, [roomId, most])).length > 0;
  }
}
