import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '../../database/index.js';
import { BatchLoader } from '../../graphql/index.js';
import { shown } from '../../log/index.js';
import { ARRANGED_ROOMS_OF, ARRANGEMENTS_OF, SECTIONS_OF } from './arrangement.queries.js';
import { RoomOrder, type RoomArrangementType } from './room-arrangement.type.js';

interface SectionRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
}

interface ArrangedRoom {
  readonly userId: string;
  readonly roomId: string;
  readonly sectionId: string | null;
  readonly place: number | null;
}

const BEGINNING: RoomArrangementType = { order: RoomOrder.ACTIVITY, sections: [], ownOrder: [] };

/** Reads how people arranged their lists of rooms. */
@Injectable()
export class ShownArrangements {
  private readonly arrangements = new BatchLoader<string, RoomArrangementType>(
    (userIds) => this.find(this.database, userIds),
    (userId) => [shown.roomArrangement(userId)],
  );

  constructor(private readonly database: Database) {}

  /** Batched within an operation. */
  of(scope: object, userId: string): Promise<RoomArrangementType> {
    return this.arrangements.load(scope, userId);
  }

  async within(where: Reader, userId: string): Promise<RoomArrangementType> {
    const [found = BEGINNING] = await this.find(where, [userId]);
    return found;
  }

  private async find(where: Reader, userIds: readonly string[]): Promise<RoomArrangementType[]> {
    const begun = await where.rows<{ userId: string; order: `${RoomOrder}` }>(ARRANGEMENTS_OF, [userIds]);
    // Most people never arrange anything: their rooms need not be looked through.
    if (begun.length === 0) return userIds.map(() => BEGINNING);
    const ids = begun.map(({ userId }) => userId);
    const sections = await where.rows<SectionRow>(SECTIONS_OF, [ids]);
    const rooms = await where.rows<ArrangedRoom>(ARRANGED_ROOMS_OF, [ids]);
    const orders = new Map(begun.map(({ userId, order }) => [userId, RoomOrder[order]]));
    return userIds.map((userId) => {
      const order = orders.get(userId);
      const isTheirs = (row: { readonly userId: string }): boolean => row.userId === userId;
      return order ? arrangementOf(order, sections.filter(isTheirs), rooms.filter(isTheirs)) : BEGINNING;
    });
  }
}

function arrangementOf(
  order: RoomOrder,
  sections: readonly SectionRow[],
  rooms: readonly ArrangedRoom[],
): RoomArrangementType {
  const bySection = Map.groupBy(rooms, ({ sectionId }) => sectionId);
  return {
    order,
    sections: sections.map(({ id, name }) => ({
      id,
      name,
      roomIds: (bySection.get(id) ?? []).map(({ roomId }) => roomId),
    })),
    ownOrder: rooms.flatMap(({ roomId, place }) => (place === null ? [] : [roomId])),
  };
}
