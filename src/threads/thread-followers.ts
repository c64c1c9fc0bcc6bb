import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import { Journal } from '../log/index.js';
import { ThreadStateChanged } from './threads.events.js';
import {
  FOLLOW_THREAD,
  FOLLOW_THREAD_AS_NAMED,
  REMOVE_THREAD_STATES_OF_ENDED_STAYS,
  WHO_HAS_UNREAD_IN_THREAD,
} from './threads.queries.js';

/** A message of a thread. */
export interface Place {
  readonly threadId: string;
  readonly roomId: string;
  readonly number: number;
}

/** Whom a message that was changed names now, and whom no more; none of them wrote it. */
export interface NewNames {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Null for the server itself. */
  readonly actorId: string | null;
}

/**
 * Who follows threads without having said so: by having written in one, by the message that it hangs on, by being named in it. Passes over those who are not in the
 * room. The change holds these people and the room.
 */
@Injectable()
export class ThreadFollowers {
  constructor(private readonly journal: Journal) {}

  /**
   * Makes people follow a thread, because of its message of this number: what came before it counts as read by whoever had read nothing there. Passes over those who
   * have said that they do not want to follow it.
   */
  async follow(tx: Transaction, { threadId, roomId, number }: Place, userIds: readonly string[]): Promise<void> {
    if (userIds.length > 0) await tx.rows(FOLLOW_THREAD, [threadId, number - 1, roomId, userIds]);
  }

  /** Makes those follow it whom a message of somebody else names, whatever they said before; what came before that message is read to them. Says who did not follow it yet. */
  async followAsNamed(
    tx: Transaction,
    { threadId, roomId, number }: Place,
    userIds: readonly string[],
  ): Promise<string[]> {
    if (userIds.length === 0) return [];
    const values = [threadId, number - 1, roomId, userIds];
    return (await tx.rows<{ userId: string }>(FOLLOW_THREAD_AS_NAMED, values)).map(({ userId }) => userId);
  }

  /** A message names others than before: those follow, and whoever counts something else now is told on all of their devices. */
  async namesChanged(tx: Transaction, place: Place, { added, removed, actorId }: NewNames): Promise<void> {
    const began = await this.followAsNamed(tx, place, added);
    const unread = await this.withUnread(tx, place, [...added, ...removed]);
    const { threadId: subjectId, roomId } = place;
    for (const userId of new Set([...began, ...unread]))
      await this.journal.ofPerson(tx, ThreadStateChanged, userId, {
        actorId,
        subjectId,
        particulars: { v: 1, roomId },
      });
  }

  /** They may be in the room again by now: what belongs to stays that last is left alone. */
  async forgetEndedStays(tx: Transaction, userId: string, roomId: string | null): Promise<void> {
    await tx.rows(REMOVE_THREAD_STATES_OF_ENDED_STAYS, [userId, roomId]);
  }

  private async withUnread(
    tx: Transaction,
    { threadId, roomId, number }: Place,
    userIds: readonly string[],
  ): Promise<string[]> {
    if (userIds.length === 0) return [];
    const values = [threadId, roomId, userIds, number];
    return (await tx.rows<{ userId: string }>(WHO_HAS_UNREAD_IN_THREAD, values)).map(({ userId }) => userId);
  }
}
