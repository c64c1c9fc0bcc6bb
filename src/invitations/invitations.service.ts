import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { RoomAccess, RoomRemains, RoomType } from '../rooms/index.js';
import { Clock, newId } from '../runtime/index.js';
import { UsersService } from '../users/index.js';
import { Arrivals } from './arrivals.js';
import { Invitation } from './invitation.entity.js';
import { InvitationType } from './invitation.type.js';
import { InvitationNotFound, InvitationOver, NotAllowedToInvite, TooManyInvitations } from './invitations.errors.js';
import type { CreateInvitationInput } from './invitations.inputs.js';
import { mayRevoke, refusalToInvite, type StandingInvitation } from './invitations.policy.js';
import {
  REMOVE_INVITATION,
  REMOVE_INVITATIONS_TO_ROOM,
  REMOVE_SPENT_IN_ROOM,
  REMOVE_SPENT_OF_SERVER,
} from './invitations.queries.js';
import { StandingInvitations } from './standing-invitations.js';

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_TIME = 7 * DAY;
const MAX_TIME = 366 * DAY;
const MAX_USES = 10_000;
/** Of one room, or of the server: more than that nobody keeps an eye on. */
export const MAX_INVITATIONS = 100;

@Injectable()
export class InvitationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly remains: RoomRemains,
    private readonly users: UsersService,
    private readonly standing: StandingInvitations,
    private readonly arrivals: Arrivals,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    @InjectSettings() private readonly server: Settings,
  ) {}

  onModuleInit(): void {
    this.remains.ofRoom(async (roomId) => {
      await this.database.write({ rooms: [roomId] }, (tx) => tx.rows(REMOVE_INVITATIONS_TO_ROOM, [roomId]));
      return false;
    });
  }

  async createInvitation(actor: Actor, input: CreateInvitationInput): Promise<InvitationType> {
    const wanted = this.wantedIn(input);
    const roomId = input.roomId ?? null;
    const allowsRegistration = input.allowsRegistration ?? false;
    return this.database.write({ people: [actor.userId], rooms: roomId === null ? [] : [roomId] }, async (tx) => {
      if (roomId === null || allowsRegistration) await this.assertAdministrator(tx, actor);
      const room = roomId === null ? null : await this.asInviter(tx, actor, roomId);
      await this.assertRoomForMore(tx, roomId);
      const id = newId();
      tx.em.create(Invitation, {
        ...wanted,
        id,
        // 128 bits that nobody guesses.
        code: randomBytes(16).toString('base64url'),
        roomId,
        createdById: actor.userId,
        createdAt: this.clock.now(),
        allowsRegistration,
      });
      await tx.em.flush();
      await this.note(tx, AuditAction.INVITATION_CREATED, actor, roomId);
      const made = await this.standing.withId(id, tx);
      if (!made) throw new InvitationNotFound();
      return InvitationType.of(made, { guests: this.server.guests, mayInvite: true, room });
    });
  }

  async revokeInvitation(actor: Actor, invitationId: string): Promise<RoomType | null> {
    const roomId = await this.database.write(
      this.roomOf(actor, () => this.standing.withId(invitationId)),
      async (tx) => {
        const invitation = await this.standing.withId(invitationId, tx);
        if (!invitation) return null;
        await this.assertMayRevoke(tx, actor, invitation);
        await tx.rows(REMOVE_INVITATION, [invitationId]);
        await this.note(tx, AuditAction.INVITATION_REVOKED, actor, invitation.roomId);
        return invitation.roomId;
      },
    );
    const room = roomId === null ? null : await this.access.visible(actor, roomId);
    return room && RoomType.of(room);
  }

  async acceptInvitation(actor: Actor, code: string): Promise<RoomType | null> {
    return this.database.write(
      this.roomOf(actor, () => this.standing.withCode(code)),
      async (tx) => {
        const invitation = await this.standing.withCode(code, tx);
        if (!invitation) throw new InvitationOver();
        return this.arrivals.enter(tx, invitation, { ...actor, id: actor.userId });
      },
    );
  }

  private wantedIn({ expiresAt, uses }: CreateInvitationInput): { expiresAt: Date | null; usesLeft: number | null } {
    const now = this.clock.now().getTime();
    const ends = expiresAt === undefined ? now + DEFAULT_TIME : (expiresAt?.getTime() ?? null);
    if (ends !== null && (ends <= now || ends > now + MAX_TIME))
      throw new InvalidInput('expiresAt', 'Choose a time within a year from now.');
    if (uses != null && (uses < 1 || uses > MAX_USES))
      throw new InvalidInput('uses', 'Choose a number from 1 to 10,000.');
    return { expiresAt: ends === null ? null : new Date(ends), usesLeft: uses ?? null };
  }

  private async asInviter(tx: Transaction, actor: Actor, roomId: string): Promise<RoomType> {
    const { room, membership } = await this.access.asMemberOfChannel(tx.em, actor, roomId);
    const refusal = refusalToInvite(room.visibility, { role: membership.role, isGuest: actor.isGuest });
    if (refusal !== null) throw new NotAllowedToInvite(refusal);
    return RoomType.of(room);
  }

  /** Those that are over make room; who may see the list has seen them go. */
  private async assertRoomForMore(tx: Transaction, roomId: string | null): Promise<void> {
    const now = this.clock.now().getTime();
    if (roomId === null) await tx.rows(REMOVE_SPENT_OF_SERVER, [now]);
    else await tx.rows(REMOVE_SPENT_IN_ROOM, [roomId, now]);
    const others = roomId === null ? await this.standing.toServer(tx) : await this.standing.inRoom(roomId, tx);
    if (others.length >= MAX_INVITATIONS) throw new TooManyInvitations(MAX_INVITATIONS);
  }

  private async assertMayRevoke(tx: Transaction, actor: Actor, invitation: StandingInvitation): Promise<void> {
    const { roomId } = invitation;
    const { userId } = actor;
    const isAdministrator = (await this.users.findWithin(tx, userId))?.isAdministrator ?? false;
    // Nobody else is told of an invitation into a room that they are not in.
    const stay =
      roomId === null || isAdministrator ? null : (await this.access.asMember(tx.em, actor, roomId)).membership;
    if (!mayRevoke(invitation, { userId, role: stay?.role ?? null, isAdministrator }))
      throw new NotAllowedToInvite(
        'Only whoever gave an invitation can revoke it, the owner and moderators of its room, and administrators.',
      );
  }

  private async assertAdministrator(tx: Transaction, { userId }: Actor): Promise<void> {
    if (!(await this.users.findWithin(tx, userId))?.isAdministrator)
      throw new NotAllowedToInvite('Only administrators can invite people to the server.');
  }

  private roomOf({ userId }: Actor, find: () => Promise<StandingInvitation | null>): FindLocks {
    return async () => {
      const roomId = (await find())?.roomId ?? null;
      return { people: [userId], rooms: roomId === null ? [] : [roomId] };
    };
  }

  private note(tx: Transaction, action: AuditAction, actor: Actor, roomId: string | null): Promise<void> {
    return this.audit.record(tx, { action, actorId: actor.userId, sessionId: actor.sessionId, roomId });
  }
}
