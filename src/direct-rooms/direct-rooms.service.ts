import { Injectable } from '@nestjs/common';
import { BlockedPeople } from '../blocking/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { Journal } from '../log/index.js';
import { RoomStateChanged } from '../reading/index.js';
import { Membership, MembersService, Room, RoomNotFound, RoomType } from '../rooms/index.js';
import { MAX_DIRECT_USERS, obstacleToOpenDirect } from '../rules/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { User, UserNotFound } from '../users/index.js';
import { CannotBeOpened, GuestsOpenNone, NotDirect, OwnerIsMissing } from './direct-rooms.errors.js';
import { ADD_PEOPLE, OWNERS_OF_BOTS, PLACE_IN_LIST, ROOM_OF_KEY, SAVE_CLOSED } from './direct-rooms.queries.js';

/** Those whom a direct room is for. */
interface Company {
  /** All of them, by id: the same people are the same company. */
  readonly ids: readonly string[];
  readonly others: readonly string[];
  readonly key: string;
}

interface PlaceInList {
  readonly membershipId: string;
  readonly kind: Room['kind'];
  readonly lastSeq: number;
  readonly closedSeq: number | null;
}

/** Conversations of certain people: there is one room for each company, and it stays as it was opened. */
@Injectable()
export class DirectRoomsService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly blocked: BlockedPeople,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The actor alone comes in: the others do with the first thing that is said there (`DirectNewcomers`). */
  async openDirectRoom(actor: Actor, userIds: readonly string[]): Promise<RoomType> {
    if (obstacleToOpenDirect(actor) !== null) throw new GuestsOpenNone();
    const company = companyOf(actor, userIds);
    const id = newId();
    return this.database.write(concerning(company, id), async (tx) => {
      const standing = await tx.em.findOne(Room, { directKey: company.key });
      await this.assertMayOpen(tx, actor, company, standing);
      const room = standing ?? (await this.make(tx, company, id));
      await this.members.enter(tx, room, actor.userId, actor.userId);
      await this.setClosed(tx, actor, room.id, () => null);
      return RoomType.of(room);
    });
  }

  /** It comes back by itself, with the next thing that is said there. */
  async closeDirectRoom(actor: Actor, roomId: string): Promise<RoomType> {
    return this.database.write({ people: [actor.userId] }, async (tx) => {
      await this.setClosed(tx, actor, roomId, ({ kind, lastSeq }) => {
        if (kind !== 'DIRECT') throw new NotDirect();
        return lastSeq;
      });
      return RoomType.of(await tx.em.findOneOrFail(Room, { id: roomId }));
    });
  }

  /** Who is blocked by one of them is told no more than that it cannot be. */
  private async assertMayOpen(
    tx: Transaction,
    actor: Actor,
    { ids, others }: Company,
    standing: Room | null,
  ): Promise<void> {
    const found = await tx.em.find(User, { id: { $in: [...others] } });
    // Whose account has ended stays in the rooms that there are; nobody comes into one with them who was not there before.
    const isIn = standing !== null && (await isInRoom(tx, standing, actor));
    const there = isIn ? found : found.filter(({ endedAt }) => endedAt === null);
    if (there.length < others.length) throw new UserNotFound();
    if (await this.blocked.isBlockedByOneOf(tx, others, actor.userId)) throw new CannotBeOpened();
    const bots = await tx.rows<{ ownerId: string }>(OWNERS_OF_BOTS, [[...ids]]);
    if (bots.some(({ ownerId }) => !ids.includes(ownerId))) throw new OwnerIsMissing();
  }

  private async make(tx: Transaction, { ids, key }: Company, id: string): Promise<Room> {
    const now = this.clock.now();
    const room = tx.em.create(Room, {
      id,
      kind: 'DIRECT',
      directKey: key,
      name: '',
      nameKey: '',
      publicNameKey: null,
      searchText: '',
      topic: '',
      visibility: 'PRIVATE',
      posting: 'EVERYONE',
      slowModeSeconds: 0,
      archivedAt: null,
      memberCount: 0,
      lastSeq: 0,
      lastNumber: 0,
      lastActivityAt: now,
      createdAt: now,
    });
    await tx.em.flush();
    await tx.rows(ADD_PEOPLE, [ids, id]);
    return room;
  }

  private async setClosed(
    tx: Transaction,
    { userId }: Actor,
    roomId: string,
    closedSeqAt: (place: PlaceInList) => number | null,
  ): Promise<void> {
    const [place] = isId(roomId) ? await tx.rows<PlaceInList>(PLACE_IN_LIST, [roomId, userId]) : [];
    if (!place) throw new RoomNotFound();
    const closedSeq = closedSeqAt(place);
    if (closedSeq === place.closedSeq) return;
    await tx.rows(SAVE_CLOSED, [place.membershipId, closedSeq]);
    await this.journal.ofPerson(tx, RoomStateChanged, userId, { actorId: userId, subjectId: roomId });
  }
}

async function isInRoom(tx: Transaction, { id: roomId }: Room, { userId }: Actor): Promise<boolean> {
  return (await tx.em.count(Membership, { roomId, userId, leftPosition: null })) > 0;
}

function companyOf({ userId }: Actor, userIds: readonly string[]): Company {
  const ids = [...new Set([userId, ...userIds])].toSorted();
  if (!ids.every(isId)) throw new UserNotFound();
  if (ids.length > MAX_DIRECT_USERS)
    throw new InvalidInput('userIds', 'A conversation is for nine people at most, you among them.');
  return { ids, others: ids.filter((id) => id !== userId), key: ids.join() };
}

/** All of them, and the room that they have, or are to have. */
function concerning({ ids, key }: Company, newRoomId: string): FindLocks {
  return async (where) => {
    const [standing] = await where.rows<{ id: string }>(ROOM_OF_KEY, [key]);
    return { people: ids, rooms: [standing?.id ?? newRoomId] };
  };
}
