import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { UsersService } from '../users/index.js';
import { InvitationType } from './invitation.type.js';
import { NotAllowedToInvite } from './invitations.errors.js';
import { refusalToInvite, type StandingInvitation } from './invitations.policy.js';
import { StandingInvitations } from './standing-invitations.js';

/** Invitations as those may see them who ask. */
@Injectable()
export class ShownInvitations {
  constructor(
    private readonly standing: StandingInvitations,
    private readonly access: RoomAccess,
    private readonly users: UsersService,
    @InjectSettings() private readonly server: Pick<Settings, 'guests'>,
  ) {}

  /** For whoever has its code, also visitors. */
  async withCode(actor: Actor | null, code: string): Promise<InvitationType | null> {
    const invitation = await this.standing.withCode(code);
    if (!invitation) return null;
    const room = actor && invitation.roomId !== null ? await this.access.visible(actor, invitation.roomId) : null;
    const mayInvite = actor !== null && (await this.mayInvite(actor, invitation));
    return InvitationType.of(invitation, { guests: this.server.guests, mayInvite, room: room && RoomType.of(room) });
  }

  /** For whoever may invite; null for others. */
  async toRoom(scope: object, actor: Actor | null, room: RoomType): Promise<InvitationType[] | null> {
    if (!actor) return null;
    const stay = await this.access.membership(scope, room.id, actor.userId);
    if (!stay || refusalToInvite(room.visibility, { role: stay.role, isGuest: actor.isGuest }) !== null) return null;
    const found = await this.standing.toRoom(scope, room.id);
    return found.map((invitation) =>
      InvitationType.of(invitation, { guests: this.server.guests, mayInvite: true, room }),
    );
  }

  /** Those that lead to no room; for administrators. */
  async toServer(actor: Actor): Promise<InvitationType[]> {
    if (!(await this.isAdministrator(actor)))
      throw new NotAllowedToInvite('Only administrators can see the invitations to the server.');
    return (await this.standing.toServer()).map((found) =>
      InvitationType.of(found, { guests: this.server.guests, mayInvite: true, room: null }),
    );
  }

  /** Where a newcomer is now, who came by an invitation. */
  async enteredRoom(scope: object, roomId: string | null): Promise<RoomType | null> {
    return roomId === null ? null : RoomType.of(await this.access.room(scope, roomId));
  }

  private async mayInvite(actor: Actor, { createdById, roomId, visibility }: StandingInvitation): Promise<boolean> {
    if (createdById === actor.userId) return true;
    if (roomId === null || visibility === null) return this.isAdministrator(actor);
    const stay = await this.access.stay(actor, roomId);
    return stay !== null && refusalToInvite(visibility, { role: stay.role, isGuest: actor.isGuest }) === null;
  }

  private async isAdministrator({ userId }: Actor): Promise<boolean> {
    return (await this.users.find(userId))?.isAdministrator ?? false;
  }
}
