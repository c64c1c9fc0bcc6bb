import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BatchLoader, noteShown } from '../graphql/index.js';
import { shown } from '../log/index.js';
import { RoomKind, type RoomType } from '../rooms/index.js';
import { UsersService, type UserType } from '../users/index.js';
import { PEOPLE_OF } from './direct-rooms.queries.js';

/** Whom direct rooms are for. Only those in a direct room are ever shown it, so it need not be asked who looks. */
@Injectable()
export class DirectPeople {
  private readonly people = new BatchLoader<string, string[]>(
    (roomIds) => this.find(roomIds),
    (roomId) => [shown.room(roomId)],
  );

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Null of any other room. */
  async of(scope: object, { id, kind }: RoomType): Promise<UserType[] | null> {
    if (kind !== RoomKind.DIRECT) return null;
    const ids = await this.people.load(scope, id);
    noteShown(scope, ...ids.map((userId) => shown.user(userId)));
    const users = await this.users.shown(ids);
    return ids.flatMap((userId) => users.get(userId) ?? []);
  }

  private async find(roomIds: readonly string[]): Promise<string[][]> {
    const rows = await this.database.rows<{ roomId: string; userId: string }>(PEOPLE_OF, [roomIds]);
    const byRoom = Map.groupBy(rows, ({ roomId }) => roomId);
    return roomIds.map((roomId) => (byRoom.get(roomId) ?? []).map(({ userId }) => userId));
  }
}
