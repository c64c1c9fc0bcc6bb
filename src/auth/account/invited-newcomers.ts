import { Injectable } from '@nestjs/common';
import { type FindLocks, type Locks, NO_LOCKS, type Reader, type Transaction } from '../../database/index.js';

export interface Newcomer {
  readonly isGuest: boolean;
}

/** Somebody who may have come with a code. */
export interface Invited extends Newcomer {
  readonly code: string | null;
}

/** What an invitation was good for. */
export interface Admission {
  /** Whether it makes accounts where registration is off. */
  readonly makesAccounts: boolean;
  /** The room that it led to. */
  readonly roomId: string | null;
}

const NOWHERE: Admission = { makesAccounts: false, roomId: null };

/** Those who come by an invitation, as the feature that keeps invitations knows them. */
export interface NewcomersDoor {
  /** Refuses a code that lets in nobody of this kind; says whether it makes accounts where registration is off. */
  assertAdmits(code: string, newcomer: Newcomer, where?: Reader): Promise<{ makesAccounts: boolean }>;
  /** What is changed by letting somebody in, and has to be locked. */
  locksOf(where: Reader, code: string): Promise<Locks>;
  /** Takes them where the invitation leads, in the transaction that makes their account. */
  admit(tx: Transaction, code: string, newcomer: Newcomer & { readonly id: string }): Promise<Admission>;
}

/** How somebody without an account comes in by an invitation. The feature to the right that keeps them registers its door here. */
@Injectable()
export class InvitedNewcomers {
  private door: NewcomersDoor | null = null;

  register(door: NewcomersDoor): void {
    this.door = door;
  }

  /** Before anything is made: whether they may come at all. Whoever has no code is let in nowhere, and refused nothing. */
  async assertAdmitted({ code, isGuest }: Invited): Promise<{ makesAccounts: boolean }> {
    return code === null ? { makesAccounts: false } : this.opened.assertAdmits(code, { isGuest });
  }

  locksOf({ code }: Invited): FindLocks {
    return async (where) => (code === null ? NO_LOCKS : this.opened.locksOf(where, code));
  }

  /** Asks again, for the invitation may be over by now. */
  async admit(tx: Transaction, { code, isGuest }: Invited, { id }: { readonly id: string }): Promise<Admission> {
    return code === null ? NOWHERE : this.opened.admit(tx, code, { id, isGuest });
  }

  private get opened(): NewcomersDoor {
    if (!this.door) throw new Error('Nobody has registered to let in those who are invited.');
    return this.door;
  }
}

/** The code that somebody came with, if any. */
export function invitedBy(code: string | null | undefined, newcomer: Newcomer): Invited {
  return { ...newcomer, code: code ?? null };
}
