import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { Cursors } from '../log/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { Administrators } from '../users/index.js';
import { type InvitationConnection, InvitationType } from './invitation.type.js';
import { NotAllowedToInvite } from './invitations.errors.js';
import { refusalToInvite, type StandingInvitation } from './invitations.policy.js';
import { StandingInvitations } from './standing-invitations.js';

const LIST = 'invitations to rooms';
/** Behind any id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Invitations as those may see them who ask. */
@Injectable()
export class ShownInvitations {
  constructor(
    private readonly standing: StandingInvitations,
    private readonly access: RoomAccess,
    private readonly administrators: Administrators,
    private readonly cursors: Cursors,
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
    if (!(await this.administrators.has(actor)))
      throw new NotAllowedToInvite('Only administrators can see the invitations to the server.');
    return (await this.standing.toServer()).map((found) =>
      InvitationType.of(found, { guests: this.server.guests, mayInvite: true, room: null }),
    );
  }

  /** Those into rooms, for administrators: who let others in where, but not the links, which would let them in as well. */
  async toRooms(
    actor: Actor,
    { first, after }: { readonly first: number | null | undefined; readonly after: string | null | undefined },
  ): Promise<InvitationConnection> {
    await this.administrators.assert(actor);
    const size = pageSize('first', first ?? 50);
    const before = after == null ? NEWEST : String(this.cursors.keyInList(LIST, after)[0]);
    const found = await this.standing.toAnyRoom(before, size + 1);
    const page = found
      .slice(0, size)
      .map((one) => InvitationType.of(one, { guests: this.server.guests, mayInvite: false, room: null }));
    const more = { hasNextPage: found.length > size, hasPreviousPage: after != null };
    return connectionOf(page, ({ id }) => this.cursors.ofList(LIST, [id]), more);
  }

  /** Where a newcomer is now, who came by an invitation. */
  async enteredRoom(scope: object, roomId: string | null): Promise<RoomType | null> {
    return roomId === null ? null : RoomType.of(await this.access.room(scope, roomId));
  }

  private async mayInvite(actor: Actor, { createdById, roomId, visibility }: StandingInvitation): Promise<boolean> {
    if (createdById === actor.userId) return true;
    if (roomId === null || visibility === null) return this.administrators.has(actor);
    const stay = await this.access.stay(actor, roomId);
    return stay !== null && refusalToInvite(visibility, { role: stay.role, isGuest: actor.isGuest }) === null;
  }
}
