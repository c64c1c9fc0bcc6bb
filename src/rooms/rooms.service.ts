import { Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/core';
import {
  type Actor,
  Clock,
  connectionOf,
  foldName,
  isId,
  newId,
  pageSize,
  textWithin,
  visibleName,
} from '../common/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Cursors } from '../events/index.js';
import { Membership } from './membership.entity.js';
import { MembersService } from './members.service.js';
import { RoomAccess } from './room-access.js';
import { Room } from './room.entity.js';
import { searchPatterns, searchTextOf } from './room-search.js';
import { type RoomConnection, RoomType } from './room.type.js';
import { NotAllowed, RoomNameTaken } from './rooms.errors.js';
import type { CreateRoomInput } from './rooms.inputs.js';
import { refusalToCreate } from './rooms.policy.js';

interface ListArgs {
  readonly first: number;
  readonly after: string | null | undefined;
}

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<RoomType | null> {
    const room = await this.access.visible(actor, id);
    return room && RoomType.of(room);
  }

  async findByName(name: string): Promise<RoomType | null> {
    const room = await this.database
      .read()
      .findOne(Room, { publicNameKey: foldName(textWithin('name', name, { min: 0, max: 250 })) });
    return room && RoomType.of(room);
  }

  async createRoom(actor: Actor, input: CreateRoomInput): Promise<RoomType> {
    const name = visibleName('name', input.name, 80);
    const topic = textWithin('topic', input.topic ?? '', { min: 0, max: 250 }).trim();
    const visibility = input.visibility ?? 'PUBLIC';
    const refusal = refusalToCreate(visibility, actor);
    if (refusal !== null) throw new NotAllowed(refusal);
    return this.database.write(async (tx) => {
      const publicNameKey = visibility === 'PUBLIC' ? foldName(name) : null;
      if (publicNameKey !== null && (await tx.em.findOne(Room, { publicNameKey }))) throw new RoomNameTaken();
      const room = await this.insert(tx, { name, topic, visibility, publicNameKey });
      await this.members.enter(tx, room, actor.userId, actor.userId);
      return RoomType.of(room);
    });
  }

  async joinRoom(actor: Actor, roomId: string): Promise<RoomType> {
    return this.database.write(async (tx) => {
      const { room, membership } = await this.access.asVisible(tx.em, actor, roomId);
      if (!membership) await this.members.enter(tx, room, actor.userId, actor.userId);
      return RoomType.of(room);
    });
  }

  /** Gives back the room, where the actor may still see it. */
  async leaveRoom(actor: Actor, roomId: string): Promise<RoomType | null> {
    return this.database.write(async (tx) => {
      const room = isId(roomId) ? await tx.em.findOne(Room, { id: roomId }) : null;
      if (!room) return null;
      const membership = await tx.em.findOne(Membership, { roomId, userId: actor.userId, leftPosition: null });
      if (membership) await this.members.depart(tx, room, membership, actor.userId);
      return room.visibility === 'PUBLIC' ? RoomType.of(room) : null;
    });
  }

  /** What the actor may see, by name. */
  async visibleRooms(
    actor: Actor,
    query: string | null | undefined,
    { first, after }: ListArgs,
  ): Promise<RoomConnection> {
    const em = this.database.read();
    const own = await em.find(Membership, { userId: actor.userId, leftPosition: null }, { fields: ['roomId'] });
    const visible: FilterQuery<Room> = {
      $or: [{ visibility: 'PUBLIC' }, { id: { $in: own.map(({ roomId }) => roomId) } }],
    };
    const matching: FilterQuery<Room>[] = searchPatterns(query ?? '').map((pattern) => ({
      searchText: { $like: pattern },
    }));
    const [afterName, afterId] = after == null ? [] : this.cursors.keyInList('rooms', after);
    const beyond: FilterQuery<Room> =
      after == null
        ? {}
        : {
            $or: [
              { nameKey: { $gt: String(afterName) } },
              { nameKey: String(afterName), id: { $gt: String(afterId) } },
            ],
          };
    const where = { $and: [visible, ...matching] };
    return this.page(
      await em.find(
        Room,
        { $and: [where, beyond] },
        { orderBy: { nameKey: 'asc', id: 'asc' }, limit: pageSize('first', first) + 1 },
      ),
      { first, after, total: await em.count(Room, where) },
      ({ nameKey, id }) => this.cursors.ofList('rooms', [nameKey, id]),
    );
  }

  /** What the actor is a member of, those with the newest activity first. */
  async roomsOf(actor: Actor, { first, after }: ListArgs): Promise<RoomConnection> {
    const em = this.database.read();
    const own = await em.find(Membership, { userId: actor.userId, leftPosition: null }, { fields: ['roomId'] });
    const where: FilterQuery<Room> = { id: { $in: own.map(({ roomId }) => roomId) } };
    const [at, afterId] = after == null ? [] : this.cursors.keyInList('own rooms', after);
    const activity = new Date(Number(at));
    const beyond: FilterQuery<Room> =
      after == null
        ? {}
        : { $or: [{ lastActivityAt: { $lt: activity } }, { lastActivityAt: activity, id: { $lt: String(afterId) } }] };
    return this.page(
      await em.find(
        Room,
        { $and: [where, beyond] },
        { orderBy: { lastActivityAt: 'desc', id: 'desc' }, limit: pageSize('first', first) + 1 },
      ),
      { first, after, total: own.length },
      ({ lastActivityAt, id }) => this.cursors.ofList('own rooms', [lastActivityAt.getTime(), id]),
    );
  }

  private page(
    found: Room[],
    { first, after, total }: ListArgs & { total: number },
    cursorOf: (room: Room) => string,
  ): RoomConnection {
    const rooms = found.slice(0, first);
    const cursors = new Map(rooms.map((room) => [room.id, cursorOf(room)]));
    const more = { hasNextPage: found.length > first, hasPreviousPage: after != null };
    return {
      ...connectionOf(
        rooms.map((room) => RoomType.of(room)),
        ({ id }) => cursors.get(id) ?? '',
        more,
      ),
      totalCount: total,
    };
  }

  private async insert(
    tx: Transaction,
    fields: Pick<Room, 'name' | 'topic' | 'visibility' | 'publicNameKey'>,
  ): Promise<Room> {
    const now = this.clock.now();
    const room = tx.em.create(Room, {
      ...fields,
      id: newId(),
      nameKey: foldName(fields.name),
      searchText: searchTextOf(fields.name, fields.topic),
      memberCount: 0,
      lastSeq: 0,
      lastNumber: 0,
      lastActivityAt: now,
      createdAt: now,
    });
    await tx.em.flush();
    return room;
  }
}
