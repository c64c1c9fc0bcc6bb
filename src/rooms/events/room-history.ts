import { Injectable } from '@nestjs/common';
import { BatchLoader, type Shown } from '../../graphql/index.js';
import { Database } from '../../database/index.js';
import { type EventKind, kindsWith, LoggedEvent, shown } from '../../log/index.js';
import { stretchesOfEvents } from './room-events.queries.js';

/** The events of a room between two of its places, neither included. */
interface Stretch {
  readonly roomId: string;
  readonly after: number;
  readonly before: number;
  /** How many of them at most: the newest. */
  readonly most: number;
}

type Stretches = BatchLoader<Stretch, LoggedEvent[]>;

/** What happened in a room beside what was said. Oldest first, and batched within an operation. */
@Injectable()
export class RoomHistory {
  private readonly ofMembers = this.stretchesAbout('user', shown.membersOf);
  private readonly ofRoom = this.stretchesAbout('room', shown.room);

  constructor(private readonly database: Database) {}

  /** Who came and went, and what became of them. */
  memberEvents(scope: object, stretch: Stretch): Promise<LoggedEvent[]> {
    return this.ofMembers.load(scope, stretch);
  }

  /** How the room itself changed. */
  changes(scope: object, stretch: Stretch): Promise<LoggedEvent[]> {
    return this.ofRoom.load(scope, stretch);
  }

  private stretchesAbout(what: EventKind['about'], shownBy: (roomId: string) => Shown): Stretches {
    return new BatchLoader(
      (stretches) => this.find(what, stretches),
      ({ roomId }) => [shownBy(roomId)],
      ({ roomId, after, before, most }) => `${roomId}:${String(after)}:${String(before)}:${String(most)}`,
    );
  }

  /** One statement for many stretches. */
  private async find(what: EventKind['about'], stretches: readonly Stretch[]): Promise<LoggedEvent[][]> {
    const em = this.database.read();
    const kinds = kindsWith(({ owner, about }) => owner === 'room' && about === what);
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
