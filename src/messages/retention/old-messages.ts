import type { Query, Reader, Transaction } from '../../database/index.js';
import { NOTE_EXPIRED_IN_ROOM, NOTE_EXPIRED_IN_THREAD, OLD_IN_ROOM, OLD_IN_THREADS } from './retention.queries.js';

const MESSAGES_AT_ONCE = 25;

/** A message that is too old, in its timeline. */
interface OldMessage {
  readonly id: string;
  readonly number: number;
  readonly timelineId: string;
  /** Up to here the timeline is done with. */
  readonly expiredNumber: number;
}

/** A room, and the moment before which its messages are too old. */
export interface Expiry {
  readonly roomId: string;
  readonly before: Date;
}

/** Finds what is too old in one kind of timeline, and notes how far it is gone. */
export interface OldMessages {
  find(where: Reader, expiry: Expiry): Promise<OldMessage[]>;
  note(tx: Transaction, timelineId: string, number: number): Promise<unknown>;
}

export const oldInRoom: OldMessages = {
  find: async (where, { roomId, before }) => {
    const found = await where.rows<Omit<OldMessage, 'timelineId'>>(OLD_IN_ROOM, [
      MESSAGES_AT_ONCE,
      roomId,
      before.getTime(),
    ]);
    return withoutGaps(found.map((message) => ({ ...message, timelineId: roomId })));
  },
  note: noting(NOTE_EXPIRED_IN_ROOM),
};

export const oldInThreads: OldMessages = {
  find: async (where, { roomId, before }) => {
    const found = await where.rows<Omit<OldMessage, 'timelineId'> & { threadId: string }>(OLD_IN_THREADS, [
      MESSAGES_AT_ONCE,
      roomId,
      before.getTime(),
      MESSAGES_AT_ONCE,
    ]);
    return withoutGaps(found.map(({ threadId, ...message }) => ({ ...message, timelineId: threadId })));
  },
  note: noting(NOTE_EXPIRED_IN_THREAD),
};

function noting(query: Query): OldMessages['note'] {
  return (tx, timelineId, number) => tx.rows(query, [number, timelineId]);
}

/** A clock that was set back makes a message look younger than the one after it: what comes after it waits until it is old as well. */
function withoutGaps(found: readonly OldMessage[]): OldMessage[] {
  const reached = new Map<string, number>();
  return found.filter(({ timelineId, number, expiredNumber }) => {
    const isNext = number === (reached.get(timelineId) ?? expiredNumber) + 1;
    if (isNext) reached.set(timelineId, number);
    return isNext;
  });
}
