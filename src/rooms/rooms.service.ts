import { Injectable } from '@nestjs/common';
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
import { searchedIn, searchTextOf } from './room-search.js';
import { type RoomConnection, RoomType } from './room.type.js';
import { NotAllowed, RoomNameTaken } from './rooms.errors.js';
import type { CreateRoomInput } from './rooms.inputs.js';
import { refusalToCreate } from './rooms.policy.js';

const OWN = 'room.id in (select room_id from membership where user_id = ? and left_position is null)';
const VISIBLE = `(visibility = 'PUBLIC' or ${OWN})`;

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
    const size = pageSize('first', first);
    const searched = searchedIn(query ?? '');
    const where = [VISIBLE, ...(searched?.map(() => 'instr(search_text, ?) > 0') ?? ['false'])].join(' and ');
    const values = [actor.userId, ...(searched ?? [])];
    const place = after == null ? [] : this.cursors.keyInList('rooms', after).map(String);
    const beyond = after == null ? where : `${where} and (name_key, id) > (?, ?)`;
    const found = await this.database.find(Room, `${beyond} order by name_key, id limit ?`, [
      ...values,
      ...place,
      size + 1,
    ]);
    return this.page(found, { first, after, total: await this.count(where, values) }, ({ nameKey, id }) =>
      this.cursors.ofList('rooms', [nameKey, id]),
    );
  }

  /** What the actor is a member of, those with the newest activity first. */
  async roomsOf(actor: Actor, { first, after }: ListArgs): Promise<RoomConnection> {
    const size = pageSize('first', first);
    const [at, afterId] = after == null ? [] : this.cursors.keyInList('own rooms', after);
    const place = after == null ? [] : [Number(at), String(afterId)];
    const beyond = after == null ? OWN : `${OWN} and (last_activity_at, id) < (?, ?)`;
    const order = 'order by last_activity_at desc, id desc limit ?';
    const found = await this.database.find(Room, `${beyond} ${order}`, [actor.userId, ...place, size + 1]);
    return this.page(found, { first, after, total: await this.count(OWN, [actor.userId]) }, ({ lastActivityAt, id }) =>
      this.cursors.ofList('own rooms', [lastActivityAt.getTime(), id]),
    );
  }

  private async count(where: string, values: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ total: number }>(
      `select count(*) as total from room where ${where}`,
      values,
    );
    return row?.total ?? 0;
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
