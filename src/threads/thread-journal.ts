import { Injectable, type Type } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Particulars } from '../log/index.js';
import { RoomJournal, type RoomEventType } from '../rooms/index.js';
import { Clock } from '../runtime/index.js';
import { ThreadFollowers } from './thread-followers.js';
import { ADVANCE_THREAD } from './threads.queries.js';

/** In which thread something happened: the event of a room's names the message alone. */
export interface ThreadParticulars extends Particulars {
  readonly v: 1;
  readonly threadId: string;
}

export interface ThreadEvent {
  readonly roomId: string;
  readonly threadId: string;
  /** Null for the server itself. */
  readonly actorId: string | null;
  readonly messageId: string;
}

type Kind = Type<RoomEventType & { readonly particulars: ThreadParticulars }>;

/** Writes down what happens in threads, in the transaction in which it happens and under the lock of the room. */
@Injectable()
export class ThreadJournal {
  constructor(
    private readonly journal: RoomJournal,
    private readonly followers: ThreadFollowers,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, kind: Kind, event: ThreadEvent): Promise<void> {
    await this.journal.record(tx, kind, aboutIn(event));
  }

  /** A new message's own event. It has taken its number in the thread and its place among the events; who wrote it and who is answered follow the thread. */
  async recordMessage(
    tx: Transaction,
    kind: Kind,
    event: ThreadEvent & { readonly actorId: string; readonly rootAuthorId: string },
    taken: { readonly number: number; readonly seq: number },
  ): Promise<void> {
    const { roomId, threadId, actorId, rootAuthorId } = event;
    const [row] = await tx.rows<{ number: number }>(ADVANCE_THREAD, [threadId, roomId, this.clock.now().getTime()]);
    if (row?.number !== taken.number) throw new Error('A message took the number of another one.');
    await this.followers.follow(tx, { threadId, roomId, number: taken.number }, [rootAuthorId, actorId]);
    await this.journal.recordAt(tx, kind, aboutIn(event), taken.seq);
  }
}

/** The thread that an event is about. */
export function threadIdIn(particulars: Particulars | null): string | null {
  if (particulars === null || !('threadId' in particulars)) return null;
  return typeof particulars.threadId === 'string' ? particulars.threadId : null;
}

function aboutIn({ roomId, threadId, actorId, messageId }: ThreadEvent) {
  const particulars: ThreadParticulars = { v: 1, threadId };
  return { roomId, actorId, subjectId: messageId, particulars };
}
