import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../runtime/index.js';
import { Database, type Reader, type Transaction } from '../../database/index.js';
import { LinkTokens } from '../tokens/link-tokens.js';
import { hashOf } from '../tokens/tokens.js';
import {
  ADD_MAILED_RESET,
  FORGET_MAILED_RESETS_OF,
  FORGET_OLDER_MAILED_RESETS,
  FORGET_RESET_OF,
  MAILED_RESET_WITH_ID,
  PUT_RESET,
  RESET_WITH_TOKEN,
  TAKE_MAILED_RESET,
  TAKE_RESET,
} from './password-resets.queries.js';

const HOUR = 60 * 60 * 1000;
const LIFETIME = 24 * HOUR;
/** E-mail lies about for longer than what somebody is handed. */
const LIFETIME_OF_MAILED = HOUR;
/** Of one account at a time: a stranger who asks for more must not end the one that its owner is about to follow. */
const MAX_MAILED = 5;
/** Longer than any token: what is hashed is bounded. */
const MAX_TOKEN = 64;

/** A link that was just made, with the only copy of its token. */
export interface NewPasswordReset {
  readonly token: string;
  readonly expiresAt: Date;
}

/** How a link came to whoever followed it. */
export type ResetWay = 'from an administrator' | 'by e-mail';

/**
 * The links by which people choose a new password; each works once. Of those that administrators make, the newest of an account, for a day; of those that are sent by
 * e-mail, the newest few, for an hour.
 */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly clock: Clock,
  ) {}

  /** Makes one, instead of the one before. The account has to be held. */
  async create(tx: Transaction, userId: string): Promise<NewPasswordReset> {
    // 192 bits that nobody guesses.
    const token = randomBytes(24).toString('base64url');
    const now = this.clock.now().getTime();
    const expiresAt = new Date(now + LIFETIME);
    await tx.rows(PUT_RESET, [userId, hashOf(token), now, expiresAt.getTime()]);
    return { token, expiresAt };
  }

  /** Makes one that is to be sent by e-mail; `tokenOfMailed` has its token when it is. The account has to be held. */
  async createMailed(tx: Transaction, userId: string): Promise<string> {
    const id = newId();
    const now = this.clock.now().getTime();
    await tx.rows(ADD_MAILED_RESET, [id, userId, hashOf(this.tokenOf(id)), now, now + LIFETIME_OF_MAILED]);
    await tx.rows(FORGET_OLDER_MAILED_RESETS, [userId, MAX_MAILED]);
    return id;
  }

  /** Null where it does not work any more, or the key of the server is another one. */
  async tokenOfMailed(id: string): Promise<string | null> {
    const token = this.tokenOf(id);
    const values = [id, this.clock.now().getTime()];
    const [row] = await this.database.rows<{ tokenHash: string }>(MAILED_RESET_WITH_ID, values);
    return row?.tokenHash === hashOf(token) ? token : null;
  }

  /** Whose it is, where it still works. */
  async find(token: string, where: Reader = this.database): Promise<{ userId: string; expiresAt: Date } | null> {
    if (token.length > MAX_TOKEN) return null;
    const wanted = [hashOf(token), this.clock.now().getTime()];
    const values = [...wanted, ...wanted];
    const [row] = await where.rows<{ userId: string; expiresAt: number }>(RESET_WITH_TOKEN, values);
    return row ? { userId: row.userId, expiresAt: new Date(row.expiresAt) } : null;
  }

  /** Uses it up, and says how it had come; null where it did not work any more. */
  async take(tx: Transaction, token: string): Promise<ResetWay | null> {
    const values = [hashOf(token), this.clock.now().getTime()];
    if ((await tx.rows(TAKE_RESET, values)).length > 0) return 'from an administrator';
    return (await tx.rows(TAKE_MAILED_RESET, values)).length > 0 ? 'by e-mail' : null;
  }

  /** The account has another password, or is kept out: a link from before must not open it. */
  async forget(tx: Transaction, userId: string): Promise<void> {
    for (const removal of [FORGET_RESET_OF, FORGET_MAILED_RESETS_OF]) await tx.rows(removal, [userId]);
  }

  private tokenOf(id: string): string {
    return this.links.of('reset a password', id);
  }
}
