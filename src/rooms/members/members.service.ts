import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { Actor } from '../../caller/index.js';
import { Clock, isId, newId } from '../../runtime/index.js';
import { Unauthenticated } from '../../errors/index.js';
import { Database, type Reader, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { User, UserNotFound } from '../../users/index.js';
import { Banned } from '../bans/banned.js';
import { Membership } from './membership.entity.js';
import { BotsInRooms } from './bots-in-rooms.js';
import { CLAIM_MEMBERSHIP, GUESTS_IN_ROOM, NEXT_OWNER, ROOMS_OF } from './members.queries.js';
import { PublicRoomAdded, PublicRoomRemoved } from '../events/public-rooms.events.js';
import { RoomAccess } from '../room-access.js';
import { RoomJournal } from '../events/room-journal.js';
import { RoomMemberType, RoomRole } from './room-member.type.js';
import { Room } from '../room.entity.js';
import { RoomType } from '../room.type.js';
import { MemberNotFound, NotAllowed } from '../rooms.errors.js';
import { MemberJoined, MemberLeft, MemberRoleChanged } from '../events/rooms.events.js';
import { refusalToAdd, refusalToEnter, refusalToRemove, refusalToSetRole } from '../rooms.policy.js';

interface RoomAndUser {
  readonly roomId: string;
  readonly userId: string;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly journal: RoomJournal,
    private readonly log: Journal,
    private readonly banned: Banned,
    private readonly bots: BotsInRooms,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async addMember(actor: Actor, { roomId, userId }: RoomAndUser): Promise<{ room: RoomType; member: RoomMemberType }> {
    return this.database.write({ people: [userId], rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const newcomer = await this.findUser(tx, userId);
      const refusal = refusalToAdd(room.visibility, membership.role, { isGuest: newcomer.kind === 'GUEST' });
      if (refusal !== null) throw new NotAllowed(refusal);
      const member = await this.enter(tx, room, userId, actor.userId);
      return { room: RoomType.of(room), member: RoomMemberType.of(member) };
    });
  }

  async removeMember(actor: Actor, { roomId, userId }: RoomAndUser): Promise<RoomType> {
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const target = await this.findStay(tx, roomId, (await this.findUser(tx, userId)).id);
      const refusal = refusalToRemove(membership.role, target?.role ?? 'MEMBER');
      if (refusal !== null) throw new NotAllowed(refusal);
      if (target) {
        await this.depart(tx, room, target, actor.userId);
        await this.note(tx, AuditAction.MEMBER_REMOVED, target, actor);
      }
      return RoomType.of(room);
    });
  }

  async setMemberRole(
    actor: Actor,
    { roomId, userId, role }: RoomAndUser & { role: RoomRole },
  ): Promise<{ room: RoomType; member: RoomMemberType }> {
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const refusal = refusalToSetRole(membership.role, { isActor: userId === actor.userId }, role);
      if (refusal !== null) throw new NotAllowed(refusal);
      const target = isId(userId) ? await this.findStay(tx, roomId, userId) : null;
      if (!target) throw new MemberNotFound();
      await this.bots.assertMayHaveRole(tx, target, role);
      if (role === RoomRole.OWNER && target !== membership) await this.giveRole(tx, membership, 'MODERATOR', actor);
      await this.giveRole(tx, target, role, actor);
      return { room: RoomType.of(room), member: RoomMemberType.of(target) };
    });
  }

  /** Somebody comes in, where they are not there yet: the first one owns the room, also where all had left it; nobody owns a direct room. Needs the locks of both. */
  async enter(tx: Transaction, room: Room, userId: string, actorId: string): Promise<Membership> {
    // A guest may have gone while this waited for its turn: nobody would ever see them out of the room again.
    const newcomer = await tx.em.findOne(User, { id: userId, endedAt: null });
    if (!newcomer) throw new Unauthenticated();
    const standing = await this.findStay(tx, room.id, userId);
    if (standing) return standing;
    await this.assertMayEnter(tx, room, newcomer, actorId);
    const role = room.kind === 'CHANNEL' && room.memberCount === 0 ? 'OWNER' : 'MEMBER';
    const values = [newId(), userId, role, this.clock.now().getTime(), userId, room.id];
    const [claimed] = await tx.rows(CLAIM_MEMBERSHIP, values);
    const membership = await tx.em.findOneOrFail(Membership, { roomId: room.id, userId, leftPosition: null });
    if (claimed === undefined) return membership;
    const { position } = await this.journal.record(tx, MemberJoined, { roomId: room.id, actorId, subjectId: userId });
    membership.joinedPosition = position;
    room.memberCount += 1;
    await tx.em.flush();
    if (isListedBy(room, 1)) await this.log.ofHouse(tx, PublicRoomAdded, { actorId, subjectId: room.id });
    return membership;
  }

  /** Somebody leaves, or is removed, and their bots with them; where it was the owner, the room passes on. */
  async depart(tx: Transaction, room: Room, membership: Membership, actorId: string | null): Promise<void> {
    const { roomId, userId } = membership;
    const { position } = await this.journal.record(tx, MemberLeft, { roomId, actorId, subjectId: userId });
    membership.leftPosition = position;
    room.memberCount -= 1;
    // Nobody finds it any more, so its name is free for another one.
    if (room.memberCount === 0) room.publicNameKey = null;
    await tx.em.flush();
    if (isListedBy(room, 0)) await this.log.ofHouse(tx, PublicRoomRemoved, { actorId, subjectId: roomId });
    for (const bot of await this.bots.of(tx, membership)) await this.depart(tx, room, bot, actorId);
    if (membership.role === 'OWNER') await this.passOn(tx, roomId);
  }

  /** The rooms that somebody is in: those that they leave with `departEverywhere`. */
  async roomsOf(where: Reader, userId: string): Promise<string[]> {
    return (await where.rows<{ roomId: string }>(ROOMS_OF, [userId])).map(({ roomId }) => roomId);
  }

  /** Leaves some of the rooms, of somebody whose account was deleted; says whether they were in any. */
  leaveSome(userId: string, most: number): Promise<boolean> {
    const some = async (where: Reader): Promise<string[]> => (await this.roomsOf(where, userId)).slice(0, most);
    return this.database.write(
      async (where) => ({ people: [userId], rooms: await some(where) }),
      async (tx) => {
        const rooms = await some(tx);
        for (const roomId of rooms) await this.departAlone(tx, { roomId, userId }, userId);
        return rooms.length > 0;
      },
    );
  }

  /** Leaves every room: what happens when a guest's stay ends. */
  async departEverywhere(tx: Transaction, userId: string): Promise<void> {
    for (const roomId of await this.roomsOf(tx, userId)) await this.departAlone(tx, { roomId, userId }, userId);
  }

  /** Removes the guests from a room that is private now, where they may not be. */
  async removeGuests(tx: Transaction, roomId: string, actor: Actor): Promise<void> {
    const guests = await tx.rows<{ userId: string }>(GUESTS_IN_ROOM, [roomId]);
    for (const { userId } of guests) {
      const stay = await this.departAlone(tx, { roomId, userId }, actor.userId);
      await this.note(tx, AuditAction.MEMBER_REMOVED, stay, actor, 'guests cannot be in a private room');
    }
  }

  /** Every way in passes here: what is closed to somebody is closed whoever opens. */
  private async assertMayEnter(tx: Transaction, room: Room, { id, kind }: User, actorId: string): Promise<void> {
    const newcomer = { userId: id, isGuest: kind === 'GUEST' };
    const isBanned = await this.banned.isBanned(tx, room.id, newcomer);
    const refusal = refusalToEnter(room, { isBanned, isActor: id === actorId });
    if (refusal !== null) throw new NotAllowed(refusal);
    // For a direct room this was asked when it was opened: its people come in one after the other.
    if (kind === 'BOT' && room.kind === 'CHANNEL') await this.bots.assertOwnerIsIn(tx, { roomId: room.id, userId: id });
  }

  /** One departure of many, forgetting what is known from those before. */
  private async departAlone(tx: Transaction, { roomId, userId }: RoomAndUser, actorId: string): Promise<Membership> {
    // Each flush compares all that is known: with hundreds of rooms known, everybody else would wait for seconds.
    tx.em.clear();
    const stay = await tx.em.findOneOrFail(Membership, { roomId, userId, leftPosition: null });
    await this.depart(tx, await tx.em.findOneOrFail(Room, { id: roomId }), stay, actorId);
    return stay;
  }

  private async passOn(tx: Transaction, roomId: string): Promise<void> {
    const [next] = await tx.rows<{ id: string }>(NEXT_OWNER, [roomId]);
    if (next) await this.giveRole(tx, await tx.em.findOneOrFail(Membership, { id: next.id }), 'OWNER', null);
  }

  private async giveRole(
    tx: Transaction,
    membership: Membership,
    role: Membership['role'],
    actor: Actor | null,
  ): Promise<void> {
    if (membership.role === role) return;
    const change = `${membership.role} to ${role}`;
    membership.role = role;
    await tx.em.flush();
    await this.journal.record(tx, MemberRoleChanged, {
      roomId: membership.roomId,
      actorId: actor?.userId ?? null,
      subjectId: membership.userId,
      particulars: { v: 1, role },
    });
    await this.note(tx, AuditAction.MEMBER_ROLE_CHANGED, membership, actor, change);
    // Whoever is a moderator no more has no bot that is one.
    if (role === 'MEMBER')
      for (const bot of await this.bots.of(tx, membership)) await this.giveRole(tx, bot, 'MEMBER', actor);
  }

  private note(
    tx: Transaction,
    action: AuditAction,
    { roomId, userId }: Membership,
    actor: Actor | null,
    detail?: string,
  ): Promise<void> {
    const who = { actorId: actor?.userId ?? null, sessionId: actor?.sessionId ?? null, subjectId: userId };
    return this.audit.record(tx, { action, ...who, roomId, detail: detail ?? null });
  }

  private async findUser(tx: Transaction, userId: string): Promise<User> {
    const user = isId(userId) ? await tx.em.findOne(User, { id: userId, endedAt: null }) : null;
    if (!user) throw new UserNotFound();
    return user;
  }

  private findStay(tx: Transaction, roomId: string, userId: string): Promise<Membership | null> {
    return tx.em.findOne(Membership, { roomId, userId, leftPosition: null });
  }
}

/** Whether a public room comes into the list of rooms with its first member, or goes out of it with its last. An archived one is not there. */
function isListedBy({ visibility, archivedAt, memberCount }: Room, members: 0 | 1): boolean {
  return visibility === 'PUBLIC' && archivedAt === null && memberCount === members;
}
