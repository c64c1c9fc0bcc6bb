import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/sqlite';
import { type Actor, reachesRoom } from '../caller/index.js';
import { BatchLoader, inOrderOf } from '../graphql/index.js';
import { mayModerate } from '../rules/index.js';
import { isId } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { shown } from '../log/index.js';
import { Membership } from './members/membership.entity.js';
import { Room } from './room.entity.js';
import { STAY, STAYS_IN_ROOMS } from './members/members.queries.js';
import { NotAllowed, NotAMember, RoomNotFound } from './rooms.errors.js';
import { refusalToLookAfter } from './rooms.policy.js';
import { ROOM_AND_STAY, ROOMS_WITH_IDS, VISIBLE_ROOM } from './rooms.queries.js';

interface RoomAndUser {
  readonly roomId: string;
  readonly userId: string;
}

type SeenRoom = Pick<Room, 'visibility' | 'posting' | 'slowModeSeconds'> & {
  readonly archivedAt: number | string | null;
} & (Stay | NoStay);

interface NoStay {
  readonly stay: null;
}

interface Stay {
  readonly stay: string;
  readonly role: Membership['role'];
  readonly lastPostedAt: number | string | null;
}

/** What decides whether a member may say something now. */
export type Place = Pick<Room, 'posting' | 'slowModeSeconds'> & {
  readonly isArchived: boolean;
  readonly role: Membership['role'];
  /** When they posted last in slow mode, in milliseconds since 1970. */
  readonly lastPostedAt: number | null;
};

const keyOf = ({ roomId, userId }: RoomAndUser): string => `${roomId}:${userId}`;

/** A token opens no room that it is not for. */
function canAskFor(actor: Actor, roomId: string): boolean {
  return isId(roomId) && reachesRoom(actor, roomId);
}

/** Finds rooms through the membership of whoever asks: a private room does not exist for those who are not in it, nor does any room for a token that is not for it. */
@Injectable()
export class RoomAccess {
  private readonly rooms = new BatchLoader<string, Room | null>(
    (ids) => this.findRooms(ids),
    (id) => [shown.room(id)],
  );
  private readonly memberships = new BatchLoader<RoomAndUser, Membership | null>(
    (places) => this.findMemberships(places),
    ({ roomId, userId }) => [shown.member(roomId, userId)],
    keyOf,
  );

  constructor(private readonly database: Database) {}

  /** The room and the actor's stay in it; refuses those who have none. */
  async asMember(em: EntityManager, actor: Actor, roomId: string): Promise<{ room: Room; membership: Membership }> {
    const { room, membership } = await this.asVisible(em, actor, roomId);
    if (!membership) throw new NotAMember();
    return { room, membership };
  }

  /** The same, for a change of what the room is, who is in it, or what they may do there. */
  async asMemberOfChannel(
    em: EntityManager,
    actor: Actor,
    roomId: string,
  ): Promise<{ room: Room; membership: Membership }> {
    const found = await this.asMember(em, actor, roomId);
    const refusal = refusalToLookAfter(found.room);
    if (refusal !== null) throw new NotAllowed(refusal);
    return found;
  }

  /** The room, for those who may see it. */
  async asVisible(
    em: EntityManager,
    actor: Actor,
    roomId: string,
  ): Promise<{ room: Room; membership: Membership | null }> {
    const room = canAskFor(actor, roomId) ? await em.findOne(Room, { id: roomId }) : null;
    if (!room) throw new RoomNotFound();
    const membership = await em.findOne(Membership, { roomId, userId: actor.userId, leftPosition: null });
    if (!membership && room.visibility === 'PRIVATE') throw new RoomNotFound();
    return { room, membership };
  }

  /** Refuses those who are not in the room, before anything is done for them; within a transaction, by what is true there. */
  async assertMember(actor: Actor, roomId: string, where: Pick<Transaction, 'rows'> = this.database): Promise<void> {
    await this.placeOf(actor, roomId, where);
  }

  /** What decides whether the actor may say something in the room; refuses those who are not in it. */
  async placeOf(actor: Actor, roomId: string, where: Pick<Transaction, 'rows'> = this.database): Promise<Place> {
    const [room] = canAskFor(actor, roomId) ? await where.rows<SeenRoom>(ROOM_AND_STAY, [actor.userId, roomId]) : [];
    if (!room || (room.stay === null && room.visibility === 'PRIVATE')) throw new RoomNotFound();
    if (room.stay === null) throw new NotAMember();
    const { posting, slowModeSeconds, archivedAt, role, lastPostedAt } = room;
    return {
      posting,
      slowModeSeconds,
      isArchived: archivedAt !== null,
      role,
      lastPostedAt: lastPostedAt === null ? null : Number(lastPostedAt),
    };
  }

  /** Whether somebody is in the room, by what is true in a transaction. */
  async isMember(actor: Actor, roomId: string, where: Pick<Transaction, 'rows'>): Promise<boolean> {
    if (!reachesRoom(actor, roomId)) return false;
    const [room] = await where.rows<SeenRoom>(ROOM_AND_STAY, [actor.userId, roomId]);
    return room !== undefined && room.stay !== null;
  }

  /** What a read shows of a room: the room for those who may see it, null for others. */
  async visible(actor: Actor, roomId: string): Promise<Room | null> {
    const [room] = canAskFor(actor, roomId) ? await this.database.find(VISIBLE_ROOM, [roomId, actor.userId]) : [];
    return room ?? null;
  }

  /** The same, batched within an operation. */
  async visibleIn(scope: object, actor: Actor, roomId: string): Promise<Room | null> {
    const room = canAskFor(actor, roomId) ? await this.roomOrNull(scope, roomId) : null;
    if (!room || room.visibility === 'PUBLIC') return room;
    return (await this.membership(scope, roomId, actor.userId)) && room;
  }

  /** The actor's stay in a room that lasts now. */
  async stay(actor: Actor, roomId: string): Promise<Membership | null> {
    const [stay] = reachesRoom(actor, roomId) ? await this.database.find(STAY, [roomId, actor.userId]) : [];
    return stay ?? null;
  }

  /** Whether what is said in the room may be shown to somebody now. */
  async mayRead(scope: object, viewer: Actor | null, roomId: string): Promise<boolean> {
    return (await this.ownStay(scope, viewer, roomId)) !== null;
  }

  /** Whether somebody keeps order in the room now. */
  async moderates(scope: object, viewer: Actor | null, roomId: string): Promise<boolean> {
    const membership = await this.ownStay(scope, viewer, roomId);
    return membership !== null && mayModerate(membership.role);
  }

  /** The viewer's present stay in a room; null also where their token is not for the room. Batched within an operation. */
  async ownStay(scope: object, viewer: Actor | null, roomId: string): Promise<Membership | null> {
    if (viewer === null || !reachesRoom(viewer, roomId)) return null;
    return this.membership(scope, roomId, viewer.userId);
  }

  /** The stay of somebody in a room that lasts now. Batched within an operation. */
  membership(scope: object, roomId: string, userId: string): Promise<Membership | null> {
    return this.memberships.load(scope, { roomId, userId });
  }

  /** A room that something already shown is in, so that it may be seen. Batched within an operation. */
  async room(scope: object, roomId: string): Promise<Room> {
    const room = await this.roomOrNull(scope, roomId);
    if (!room) throw new RoomNotFound();
    return room;
  }

  /** The same of a room that may have been deleted since: an event that tells of it outlives it. */
  roomOrNull(scope: object, roomId: string): Promise<Room | null> {
    return this.rooms.load(scope, roomId);
  }

  private async findRooms(ids: readonly string[]): Promise<(Room | null)[]> {
    const rooms = await this.database.find(ROOMS_WITH_IDS, [ids]);
    return inOrderOf(ids, rooms, ({ id }) => id);
  }

  private async findMemberships(places: readonly RoomAndUser[]): Promise<(Membership | null)[]> {
    const [place, ...others] = places;
    // One is what nearly every operation asks for, and costs a third of a list of one.
    if (place && others.length === 0)
      return [(await this.database.find(STAY, [place.roomId, place.userId])).at(0) ?? null];
    const rooms = new Set(places.map(({ roomId }) => roomId));
    const people = new Set(places.map(({ userId }) => userId));
    const found = await this.database.find(STAYS_IN_ROOMS, [[...rooms], [...people]]);
    return inOrderOf(places.map(keyOf), found, keyOf);
  }
}
