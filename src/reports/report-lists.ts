import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, inOrderOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { isId } from '../runtime/index.js';
import { reviewerIn } from './reviewers.js';
import { type ReportConnection, ReportState, ReportType } from './report.type.js';
import { NotYoursToSee } from './reports.errors.js';
import { looksAfter } from './reports.policy.js';
import { COUNT_OF_OPEN, countOfReports, openInRooms, reports } from './reports.queries.js';

/** Later than any report, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

interface Place {
  readonly roomId: string;
  readonly userId: string;
}

const keyOf = ({ roomId, userId }: Place): string => `${roomId}:${userId}`;

/** Reports for those who may deal with them, and how many there are. */
@Injectable()
export class ReportLists {
  private readonly inRooms = new BatchLoader<Place, number | null>(
    (places) => this.countInRooms(places),
    ({ roomId, userId }) => [shown.reportsTo(userId), shown.member(roomId, userId)],
    keyOf,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Of one room, for those who look after it; of all, for administrators. */
  async pageOf(
    { userId }: Actor,
    args: {
      readonly roomId: string | null;
      readonly state: ReportState;
      readonly first: number;
      readonly after: string | null | undefined;
    },
  ): Promise<ReportConnection> {
    const { roomId } = args;
    const reviewer = await reviewerIn(this.database, userId, roomId !== null && isId(roomId) ? roomId : null);
    if (!looksAfter(reviewer)) throw new NotYoursToSee();
    const isOpen = args.state === ReportState.OPEN;
    const list = `reports:${roomId ?? 'all'}:${args.state}`;
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(list, args.after);
    const ofRoom = roomId === null ? [] : [isId(roomId) ? roomId : NEWEST[1]];
    const where = [userId, Number(time), String(id), ...ofRoom, first + 1];
    const found = await this.database.find(reports(isOpen, roomId !== null), where);
    const count = countOfReports(isOpen, roomId !== null);
    const [counted] = await this.database.rows<{ total: number }>(count, [userId, ...ofRoom]);
    const shownOnes = found.slice(0, first).map((report) => ReportType.of(report));
    const cursorOf = (report: ReportType): string => this.cursors.ofList(list, [report.createdAt.getTime(), report.id]);
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    return { ...connectionOf(shownOnes, cursorOf, more), totalCount: counted?.total ?? 0 };
  }

  /** How many reports somebody could deal with now, wherever they look after a room. */
  async openFor(scope: object, userId: string): Promise<number> {
    noteShown(scope, shown.reportsTo(userId));
    const [row] = await this.database.rows<{ total: number }>(COUNT_OF_OPEN, [userId]);
    return row?.total ?? 0;
  }

  /** The same in one room; null for those who do not look after it. Batched within an operation. */
  openInRoom(scope: object, roomId: string, userId: string): Promise<number | null> {
    return this.inRooms.load(scope, { roomId, userId });
  }

  private async countInRooms(places: readonly Place[]): Promise<(number | null)[]> {
    const values = places.flatMap(({ roomId, userId }) => [roomId, userId]);
    const rows = await this.database.rows<Place & { total: number }>(openInRooms(places.length), values);
    return inOrderOf(places.map(keyOf), rows, keyOf).map((row) => row?.total ?? null);
  }
}
