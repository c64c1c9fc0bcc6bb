import { Injectable } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import { Clock, type LogPosition } from '../common/index.js';
import type { Transaction } from '../database/index.js';
import { EventLog } from '../events/index.js';

interface Happening {
  readonly roomId: string;
  readonly type: string;
  readonly actorId: string | null;
  readonly subjectId: string;
}

/** Writes down what happens in a room, in the transaction in which it happens, and says so once that is on disk. */
@Injectable()
export class RoomJournal {
  constructor(
    private readonly log: EventLog,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, { roomId, type, actorId, subjectId }: Happening): Promise<LogPosition> {
    const at = this.clock.now();
    const seq = await this.take(tx, roomId, 'last_seq', at);
    const place = await this.log.append(tx, { roomId, seq, type, actorId, subjectId, at });
    tx.afterCommit(() => {
      this.bus.publish({ roomId, position: place.position });
    });
    return place;
  }

  /** The number of the room's next message. */
  takeNumber(tx: Transaction, roomId: string): Promise<number> {
    return this.take(tx, roomId, 'last_number', this.clock.now());
  }

  /** The update holds the room's row until the commit: that makes the counter dense and its order the order of commit. */
  private async take(tx: Transaction, roomId: string, counter: 'last_seq' | 'last_number', at: Date): Promise<number> {
    const [row] = await tx.em.execute<{ taken: number }[]>(
      `update room set ${counter} = ${counter} + 1, last_activity_at = ? where id = ? returning ${counter} as taken`,
      [at.getTime(), roomId],
    );
    if (!row) throw new Error('An event was recorded for a room that does not exist.');
    return row.taken;
  }
}
