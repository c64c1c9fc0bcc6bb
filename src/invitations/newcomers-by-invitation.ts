import { Injectable } from '@nestjs/common';
import type { Admission, Newcomer, NewcomersDoor } from '../auth/index.js';
import type { Locks, Reader, Transaction } from '../database/index.js';
import { Arrivals } from './arrivals.js';
import { InvitationOver, NotAllowedToInvite } from './invitations.errors.js';
import { admitsAccounts, refusalToFollow, type StandingInvitation } from './invitations.policy.js';
import { StandingInvitations } from './standing-invitations.js';

/** People who have no account yet, and come by an invitation. */
@Injectable()
export class NewcomersByInvitation implements NewcomersDoor {
  constructor(
    private readonly standing: StandingInvitations,
    private readonly arrivals: Arrivals,
  ) {}

  async assertAdmits(code: string, { isGuest }: Newcomer, where?: Reader): Promise<{ makesAccounts: boolean }> {
    const invitation = await this.find(code, where);
    const refusal = refusalToFollow(invitation, { isGuest });
    if (refusal !== null) throw new NotAllowedToInvite(refusal);
    return { makesAccounts: admitsAccounts(invitation) };
  }

  async locksOf(where: Reader, code: string): Promise<Locks> {
    const roomId = (await this.standing.withCode(code, where))?.roomId ?? null;
    return { rooms: roomId === null ? [] : [roomId] };
  }

  async admit(tx: Transaction, code: string, newcomer: Newcomer & { readonly id: string }): Promise<Admission> {
    const invitation = await this.find(code, tx);
    if (invitation.roomId === null) await this.arrivals.takeUse(tx, invitation, newcomer.id);
    await this.arrivals.enter(tx, invitation, newcomer);
    return { makesAccounts: admitsAccounts(invitation), roomId: invitation.roomId };
  }

  private async find(code: string, where?: Reader): Promise<StandingInvitation> {
    const invitation = await this.standing.withCode(code, where);
    if (!invitation) throw new InvitationOver();
    return invitation;
  }
}
