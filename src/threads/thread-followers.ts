import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { FOLLOW_THREAD, REMOVE_THREAD_STATES_OF_ENDED_STAYS } from './threads.queries.js';

/** Who follows threads without having said so: by having written in one, by the message that it hangs on, by being named in it. */
@Injectable()
export class ThreadFollowers {
  /**
   * Makes people follow a thread, because of its message of this number: what came before it counts as read by whoever had read nothing there. Passes over those who
   * are not in the room, and those who have said that they do not want to follow it. The change holds these people and the room.
   */
  async follow(
    tx: Transaction,
    thread: { readonly id: string; readonly roomId: string },
    userIds: readonly string[],
    number: number,
  ): Promise<void> {
    if (userIds.length > 0) await tx.rows(FOLLOW_THREAD, [thread.id, number - 1, thread.roomId, userIds]);
  }

  /** They may be in the room again by now: what belongs to stays that last is left alone. */
  async forgetEndedStays(tx: Transaction, userId: string, roomId: string | null): Promise<void> {
    await tx.rows(REMOVE_THREAD_STATES_OF_ENDED_STAYS, [userId, roomId]);
  }
}
