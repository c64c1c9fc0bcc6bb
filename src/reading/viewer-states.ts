import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { Clock } from '../runtime/index.js';
import { Database } from '../database/index.js';
import { shown } from '../log/index.js';
import { statesOf } from './reading.queries.js';
import { BEGINNING, type Level, type Preferences, preferencesAt } from './room-preferences.js';
import { NotifyLevel, type RoomViewerStateType } from './room-viewer-state.type.js';

interface Place {
  readonly roomId: string;
  readonly userId: string;
}

/** What a stay without a row of its own has null in. */
interface StateRow extends Place {
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  readonly unreadMentionCount: number;
  readonly unreadThreadCount: number;
  readonly unreadThreadMentionCount: number;
  readonly asOfSeq: number;
  readonly notify: Level | null;
  readonly isMuted: number | null;
  readonly mutedUntil: number | null;
  readonly isFavourite: number | null;
  readonly kind: 'CHANNEL' | 'DIRECT';
  readonly isClosed: number | boolean;
}

const keyOf = ({ roomId, userId }: Place): string => `${roomId}:${userId}`;

/** What rooms are to those who are in them: one statement for all that are asked for together. */
@Injectable()
export class ViewerStates {
  private readonly states = new BatchLoader<Place, RoomViewerStateType | null>(
    (places) => this.find(places),
    ({ roomId, userId }) => [shown.roomState(roomId, userId), shown.unreadOf(roomId), shown.member(roomId, userId)],
    keyOf,
  );

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for somebody who is not in the room. Batched within an operation. */
  of(scope: object, roomId: string, userId: string): Promise<RoomViewerStateType | null> {
    return this.states.load(scope, { roomId, userId });
  }

  private async find(places: readonly Place[]): Promise<(RoomViewerStateType | null)[]> {
    const values = places.flatMap(({ roomId, userId }) => [roomId, userId]);
    const rows = await this.database.rows<StateRow>(statesOf(places.length), values);
    const now = this.clock.now();
    return inOrderOf(places.map(keyOf), rows, keyOf).map((row) => row && shownOf(row, now));
  }
}

function shownOf(row: StateRow, now: Date): RoomViewerStateType {
  const { lastReadNumber, asOfSeq, unreadCount, unreadThreadCount, unreadThreadMentionCount } = row;
  // Whatever is said there is said to them.
  const unreadMentionCount = row.kind === 'DIRECT' ? unreadCount : row.unreadMentionCount;
  const { notify, ...preferences } = preferencesAt(now, preferencesOf(row));
  const counts = { unreadCount, unreadMentionCount, unreadThreadCount, unreadThreadMentionCount };
  return {
    lastReadNumber,
    asOfSeq,
    ...counts,
    notify: NotifyLevel[notify],
    ...preferences,
    isClosed: Boolean(row.isClosed),
  };
}

function preferencesOf({ notify, isMuted, mutedUntil, isFavourite }: StateRow): Preferences {
  return {
    notify: notify ?? BEGINNING.notify,
    isMuted: Boolean(isMuted),
    mutedUntil: mutedUntil === null ? null : new Date(mutedUntil),
    isFavourite: Boolean(isFavourite),
  };
}
