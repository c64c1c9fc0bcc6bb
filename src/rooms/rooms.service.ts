import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Clock, isId, newId } from '../runtime/index.js';
import { foldName, textWithin, verbatimWithin } from '../text/index.js';
import { Database, type Transaction } from '../database/index.js';
import { Membership } from './members/membership.entity.js';
import { MembersService } from './members/members.service.js';
import { RoomAccess } from './room-access.js';
import { Room } from './room.entity.js';
import { nameIn, searchedBy, takeName, topicIn } from './room-names.js';
import { RoomNonce } from './room-nonce.entity.js';
import { CLAIM_NONCE } from './rooms.queries.js';
import { RoomType } from './room.type.js';
import { NameTakenSince, NotAllowed, RoomNameTaken, RoomNonceUsed, RoomNotFound } from './rooms.errors.js';
import type { CreateRoomInput } from './rooms.inputs.js';
import { refusalToCreate, refusalToLookAfter } from './rooms.policy.js';

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<RoomType | null> {
    const room = await this.access.visible(actor, id);
    return room && RoomType.of(room);
  }

  /** The same for many at once. */
  async visible(scope: object, actor: Actor, id: string): Promise<RoomType | null> {
    const room = await this.access.visibleIn(scope, actor, id);
    return room && RoomType.of(room);
  }

  async findByName(name: string): Promise<RoomType | null> {
    const room = await this.database
      .read()
      .findOne(Room, { publicNameKey: foldName(textWithin('name', name, { min: 0, max: 250 })) });
    return room && RoomType.of(room);
  }

  async createRoom(actor: Actor, input: CreateRoomInput): Promise<RoomType> {
    const name = nameIn(input.name);
    const topic = topicIn(input.topic ?? '');
    const visibility = input.visibility ?? 'PUBLIC';
    const refusal = refusalToCreate(visibility, actor);
    if (refusal !== null) throw new NotAllowed(refusal);
    const nonce = input.nonce == null ? null : verbatimWithin('nonce', input.nonce, { min: 1, max: 64 });
    const fingerprint = fingerprintOf([name, topic, visibility]);
    const id = newId();
    return this.database.write({ people: [actor.userId], rooms: [id] }, async (tx) => {
      if (nonce !== null) {
        const [claimed] = await tx.rows(CLAIM_NONCE, [id, actor.userId, nonce, fingerprint]);
        if (claimed === undefined) return RoomType.of(await this.standing(tx, actor, nonce, fingerprint));
      }
      const room = await this.insert(tx, { id, name, topic, visibility });
      if (!(await takeName(tx, room))) throw new RoomNameTaken('Join it, or choose another name.');
      await this.members.enter(tx, room, actor.userId, actor.userId);
      return RoomType.of(room);
    });
  }

  async joinRoom(actor: Actor, roomId: string): Promise<RoomType> {
    return this.database.write({ people: [actor.userId], rooms: [roomId] }, async (tx) => {
      const { room } = await this.access.asVisible(tx.em, actor, roomId);
      if (room.memberCount === 0 && !(await takeName(tx, room))) throw new NameTakenSince(room.name);
      await this.members.enter(tx, room, actor.userId, actor.userId);
      return RoomType.of(room);
    });
  }

  /** Gives back the room, where the actor may still see it. */
  async leaveRoom(actor: Actor, roomId: string): Promise<RoomType | null> {
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const room = isId(roomId) ? await tx.em.findOne(Room, { id: roomId }) : null;
      if (!room) return null;
      const membership = await tx.em.findOne(Membership, { roomId, userId: actor.userId, leftPosition: null });
      if (membership) {
        const refusal = refusalToLookAfter(room);
        if (refusal !== null) throw new NotAllowed(refusal);
        await this.members.depart(tx, room, membership, actor.userId);
      }
      return room.visibility === 'PUBLIC' ? RoomType.of(room) : null;
    });
  }

  /** The room that was made with a nonce, for as long as its author may see it. */
  private async standing(tx: Transaction, actor: Actor, nonce: string, fingerprint: string): Promise<Room> {
    const first = await tx.em.findOneOrFail(RoomNonce, { authorId: actor.userId, nonce });
    const isSame = first.fingerprint === fingerprint;
    try {
      const { room } = await this.access.asVisible(tx.em, actor, first.roomId);
      if (isSame) return room;
    } catch (error) {
      if (isSame || !(error instanceof RoomNotFound)) throw error;
      throw new RoomNonceUsed(null);
    }
    throw new RoomNonceUsed(first.roomId);
  }

  private async insert(tx: Transaction, fields: Pick<Room, 'id' | 'name' | 'topic' | 'visibility'>): Promise<Room> {
    const now = this.clock.now();
    const room = tx.em.create(Room, {
      kind: 'CHANNEL',
      directKey: null,
      ...fields,
      ...searchedBy(fields),
      publicNameKey: null,
      posting: 'EVERYONE',
      slowModeSeconds: 0,
      keepMessagesDays: null,
      archivedAt: null,
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

function fingerprintOf(input: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}
