import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Transaction } from '../database/index.js';
import { MembersService, Room, RoomType } from '../rooms/index.js';
import { InvitationOver, NotAllowedToInvite } from './invitations.errors.js';
import { refusalToFollow, type StandingInvitation } from './invitations.policy.js';
import { TAKE_USE } from './invitations.queries.js';

/** Somebody who follows an invitation, with an account since long or since this moment. */
export interface Follower {
  readonly id: string;
  readonly isGuest: boolean;
}

/** Takes people where an invitation leads. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly members: MembersService,
    private readonly audit: AuditLog,
  ) {}

  /** Needs the lock of its room. Whoever is there already takes no use of it: a lost answer may be asked for again. */
  async enter(tx: Transaction, invitation: StandingInvitation, { id, isGuest }: Follower): Promise<RoomType | null> {
    const refusal = refusalToFollow(invitation, { isGuest });
    if (refusal !== null) throw new NotAllowedToInvite(refusal);
    const { roomId } = invitation;
    if (roomId === null) return null;
    const room = await tx.em.findOneOrFail(Room, { id: roomId });
    const before = room.memberCount;
    await this.members.enter(tx, room, id, id);
    if (room.memberCount > before) await this.takeUse(tx, invitation, id);
    return RoomType.of(room);
  }

  /** Somebody has come by it. */
  async takeUse(tx: Transaction, { id, roomId, createdById }: StandingInvitation, userId: string): Promise<void> {
    const [taken] = await tx.rows(TAKE_USE, [id]);
    if (taken === undefined) throw new InvitationOver();
    const action = AuditAction.INVITATION_ACCEPTED;
    await this.audit.record(tx, { action, actorId: userId, subjectId: createdById, roomId });
  }
}
