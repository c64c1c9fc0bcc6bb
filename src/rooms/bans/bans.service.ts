import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import { SessionAddresses } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type Transaction } from '../../database/index.js';
import { MAX_REASON_LENGTH, type Role } from '../../rules/index.js';
import { Clock, isId, networkOf } from '../../runtime/index.js';
import { textWithin } from '../../text/index.js';
import { User, UserNotFound } from '../../users/index.js';
import { Membership } from '../members/membership.entity.js';
import { MembersService } from '../members/members.service.js';
import { RoomAccess } from '../room-access.js';
import { Room } from '../room.entity.js';
import { RoomType } from '../room.type.js';
import { NotAllowed } from '../rooms.errors.js';
import { refusalToBan, refusalToLookAfter, refusalToUnban } from '../rooms.policy.js';
import { CLAIM_BAN, LIFT_BAN } from './bans.queries.js';

interface RoomAndUser {
  readonly roomId: string;
  readonly userId: string;
}

/** Puts people out of rooms so that they do not come back, and lets them in again. */
@Injectable()
export class BansService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly members: MembersService,
    private readonly addresses: SessionAddresses,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Twice is no error, and the first reason stays. */
  async banMember(
    actor: Actor,
    { roomId, userId, reason: written }: RoomAndUser & { readonly reason?: string | null },
  ): Promise<RoomType> {
    const reason = reasonIn(written);
    return this.database.write({ people: [userId], rooms: [roomId] }, async (tx) => {
      const { membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      return RoomType.of(await this.banWithin(tx, actor, membership.role, { roomId, userId, reason }));
    });
  }

  /** In a change that holds both, by the rights of a role that whoever asks has there, or stands for. Never in a direct room: nobody is put out of one. */
  async banWithin(
    tx: Transaction,
    actor: Actor,
    role: Role,
    { roomId, userId, reason }: RoomAndUser & { readonly reason: string | null },
  ): Promise<Room> {
    const room = await tx.em.findOneOrFail(Room, { id: roomId });
    const refusalThere = refusalToLookAfter(room);
    if (refusalThere !== null) throw new NotAllowed(refusalThere);
    const stay = isId(userId) ? await tx.em.findOne(Membership, { roomId, userId, leftPosition: null }) : null;
    const refusal = refusalToBan(role, stay?.role ?? null);
    if (refusal !== null) throw new NotAllowed(refusal);
    await assertThere(tx, userId);
    const address = await this.addresses.latestOf(tx, userId);
    const network = address === null ? null : networkOf(address);
    const now = this.clock.now().getTime();
    const [banned] = await tx.rows(CLAIM_BAN, [roomId, userId, actor.userId, reason, network, now]);
    if (!banned) return room;
    if (stay) await this.members.depart(tx, room, stay, actor.userId);
    await this.note(tx, AuditAction.MEMBER_BANNED, { roomId, userId }, actor);
    return room;
  }

  async unbanMember(actor: Actor, { roomId, userId }: RoomAndUser): Promise<RoomType> {
    return this.database.write({ rooms: [roomId] }, async (tx) => {
      const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
      const refusal = refusalToUnban(membership.role);
      if (refusal !== null) throw new NotAllowed(refusal);
      const [lifted] = isId(userId) ? await tx.rows(LIFT_BAN, [roomId, userId]) : [];
      if (lifted) await this.note(tx, AuditAction.MEMBER_UNBANNED, { roomId, userId }, actor);
      return RoomType.of(room);
    });
  }

  /** Without the reason, which is for those who keep order in the room. */
  private note(
    tx: Transaction,
    action: AuditAction,
    { roomId, userId }: RoomAndUser,
    { userId: actorId, sessionId }: Actor,
  ): Promise<void> {
    return this.audit.record(tx, { action, actorId, sessionId, subjectId: userId, roomId });
  }
}

function reasonIn(written: string | null | undefined): string | null {
  const reason = textWithin('reason', written ?? '', { min: 0, max: MAX_REASON_LENGTH }).trim();
  return reason === '' ? null : reason;
}

/** Also a guest whose stay has ended: they were there, and may be banned by those who read what they wrote. */
async function assertThere(tx: Transaction, userId: string): Promise<void> {
  const user = isId(userId) ? await tx.em.findOne(User, { id: userId }) : null;
  if (!user) throw new UserNotFound();
}
