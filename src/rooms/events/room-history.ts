import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../graphql/index.js';
import { Database } from '../../database/index.js';
import { kindsWith, LoggedEvent, shown } from '../../log/index.js';
import { stretchesOfEvents } from '../members/members.queries.js';

/** The events of a room between two of its places, neither included. */
interface Stretch {
  readonly roomId: string;
  readonly after: number;
  readonly before: number;
  /** How many of them at most: the newest. */
  readonly most: number;
}

/** Who came and went in a room, and what became of them. */
@Injectable()
export class MemberHistory {
  private readonly stretches = new BatchLoader<Stretch, LoggedEvent[]>(
    (stretches) => this.findStretches(stretches),
    ({ roomId }) => [shown.membersOf(roomId)],
    ({ roomId, after, before, most }) => `${roomId}:${String(after)}:${String(before)}:${String(most)}`,
  );

  constructor(private readonly database: Database) {}

  /** Oldest first. Batched within an operation. */
  between(scope: object, stretch: Stretch): Promise<LoggedEvent[]> {
    return this.stretches.load(scope, stretch);
  }

  /** One statement for many stretches. */
  private async findStretches(stretches: readonly Stretch[]): Promise<LoggedEvent[][]> {
    const em = this.database.read();
    const kinds = kindsWith(({ owner, about }) => owner === 'room' && about === 'user');
    const rows = await this.database.rows<{ stretch: number }>(
      stretchesOfEvents(stretches.length, kinds.length),
      stretches.flatMap(({ roomId, after, before, most }, stretch) => [
        stretch,
        roomId,
        after,
        Math.min(before, Number.MAX_SAFE_INTEGER),
        ...kinds,
        most,
      ]),
    );
    const byStretch = Map.groupBy(rows, ({ stretch }) => stretch);
    return stretches.map((_, stretch) => (byStretch.get(stretch) ?? []).map((row) => em.map(LoggedEvent, row)));
  }
}
