import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import { NotAllowed } from '../rooms.errors.js';
import { BOTS_IN_ROOM, ROLE_OF_OWNER } from './members.queries.js';
import { Membership } from './membership.entity.js';

interface RoomAndUser {
  readonly roomId: string;
  readonly userId: string;
}

/** A bot is in a room only while its owner is, and never in a higher role. Everything here is part of a change that locks the room, by which both stays are settled. */
@Injectable()
export class BotsInRooms {
  async assertOwnerIsIn(tx: Transaction, bot: RoomAndUser): Promise<void> {
    const ownersRole = await this.ownersRole(tx, bot);
    if (ownersRole === null) throw new NotAllowed('A bot can only be in rooms that its owner is in, too.');
  }

  /** Refuses nothing to people. */
  async assertMayHaveRole(tx: Transaction, member: RoomAndUser, role: Membership['role']): Promise<void> {
    const ownersRole = await this.ownersRole(tx, member);
    if (ownersRole === undefined) return;
    if (role === 'OWNER') throw new NotAllowed('A bot cannot own a room.');
    if (role === 'MODERATOR' && ownersRole !== 'OWNER' && ownersRole !== 'MODERATOR')
      throw new NotAllowed('A bot can only be a moderator where its owner is one, or owns the room.');
  }

  /** The stays of somebody's bots in the room of their own stay. */
  async of(tx: Transaction, { roomId, userId }: RoomAndUser): Promise<Membership[]> {
    const bots = await tx.rows<{ id: string }>(BOTS_IN_ROOM, [userId, roomId]);
    const stays: Membership[] = [];
    for (const { id } of bots) stays.push(await tx.em.findOneOrFail(Membership, { id }));
    return stays;
  }

  /** Null where the owner is not there, and undefined for whoever is no bot. */
  private async ownersRole(
    tx: Transaction,
    { roomId, userId }: RoomAndUser,
  ): Promise<Membership['role'] | null | undefined> {
    const [owner] = await tx.rows<{ role: Membership['role'] | null }>(ROLE_OF_OWNER, [roomId, userId]);
    return owner?.role;
  }
}
