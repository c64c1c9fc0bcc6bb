import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { shown } from '../log/index.js';
import type { ThreadViewerStateType } from './thread-viewer-state.type.js';
import { threadStatesOf } from './threads.queries.js';

interface Place {
  readonly threadId: string;
  readonly roomId: string;
  readonly userId: string;
}

interface StateRow extends Omit<ThreadViewerStateType, 'follows'> {
  readonly threadId: string;
  readonly userId: string;
  readonly follows: number | boolean;
}

const keyOf = ({ threadId, userId }: Pick<Place, 'threadId' | 'userId'>): string => `${threadId}:${userId}`;

/** What threads are to those who are in their rooms: one statement for all that are asked for together. */
@Injectable()
export class ThreadStates {
  private readonly states = new BatchLoader<Place, ThreadViewerStateType | null>(
    (places) => this.find(places),
    ({ threadId, roomId, userId }) => [
      shown.threadState(threadId, userId),
      shown.thread(threadId),
      shown.member(roomId, userId),
    ],
    keyOf,
  );

  constructor(private readonly database: Database) {}

  /** Null for somebody who is not in the room. Batched within an operation. */
  of(scope: object, thread: { readonly id: string; readonly roomId: string }, userId: string) {
    return this.states.load(scope, { threadId: thread.id, roomId: thread.roomId, userId });
  }

  private async find(places: readonly Place[]): Promise<(ThreadViewerStateType | null)[]> {
    const values = places.flatMap(({ threadId, userId }) => [threadId, userId]);
    const rows = await this.database.rows<StateRow>(threadStatesOf(places.length), values);
    return inOrderOf(places.map(keyOf), rows, keyOf).map((row) => row && { ...row, follows: Boolean(row.follows) });
  }
}
