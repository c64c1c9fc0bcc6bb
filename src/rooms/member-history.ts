import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/index.js';
import { Database } from '../database/index.js';
import { LoggedEvent } from '../events/index.js';
import { MEMBER_EVENTS } from './rooms.events.js';

const MOST = 200;

/** The events of a room between two of its places, neither included. */
interface Stretch {
  readonly roomId: string;
  readonly after: number;
  readonly before: number;
}

/** Who came and went in a room, and what became of them. */
@Injectable()
export class MemberHistory {
  private readonly stretches = new BatchLoader<Stretch, LoggedEvent[]>(
    (stretches) => this.findStretches(stretches),
    ({ roomId, after, before }) => `${roomId}:${String(after)}:${String(before)}`,
  );

  constructor(private readonly database: Database) {}

  /** The newest 200 of them, oldest first. Batched within an operation. */
  between(scope: object, stretch: Stretch): Promise<LoggedEvent[]> {
    return this.stretches.load(scope, stretch);
  }

  /** One statement for a stretch of each of many rooms. */
  private async findStretches(stretches: readonly Stretch[]): Promise<LoggedEvent[][]> {
    const em = this.database.read();
    const kinds = MEMBER_EVENTS.map(({ name }) => name);
    const one = `select * from (
      select * from event where room_id = ? and seq > ? and seq < ? and type in (${kinds.map(() => '?').join(', ')})
      order by seq desc limit ${String(MOST)}
    )`;
    const rows = await em.execute<Record<string, unknown>[]>(
      `${stretches.map(() => one).join(' union ')} order by position`,
      stretches.flatMap(({ roomId, after, before }) => [
        roomId,
        after,
        Math.min(before, Number.MAX_SAFE_INTEGER),
        ...kinds,
      ]),
    );
    const events = rows.map((row) => em.map(LoggedEvent, row));
    return stretches.map(({ roomId, after, before }) =>
      events.filter((event) => event.roomId === roomId && event.seq > after && event.seq < before),
    );
  }
}
