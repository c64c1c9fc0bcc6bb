import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../runtime/index.js';
import { Database, type Reader, type Transaction } from '../../database/index.js';
import { hashOf } from '../tokens/tokens.js';
import { FORGET_RESET_OF, PUT_RESET, RESET_WITH_TOKEN, TAKE_RESET } from './password-resets.queries.js';

const LIFETIME = 24 * 60 * 60 * 1000;
/** Longer than any token: what is hashed is bounded. */
const MAX_TOKEN = 64;

/** A link that was just made, with the only copy of its token. */
export interface NewPasswordReset {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The links by which people choose a new password: each works once, for a day, and only the newest of an account. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly database: Database,
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

  /** Whose it is, where it still works. */
  async find(token: string, where: Reader = this.database): Promise<{ userId: string; expiresAt: Date } | null> {
    if (token.length > MAX_TOKEN) return null;
    const values = [hashOf(token), this.clock.now().getTime()];
    const [row] = await where.rows<{ userId: string; expiresAt: number }>(RESET_WITH_TOKEN, values);
    return row ? { userId: row.userId, expiresAt: new Date(row.expiresAt) } : null;
  }

  /** Uses it up; whether it still worked. */
  async take(tx: Transaction, token: string): Promise<boolean> {
    const [taken] = await tx.rows(TAKE_RESET, [hashOf(token), this.clock.now().getTime()]);
    return taken !== undefined;
  }

  /** The account has another password, or is kept out: a link from before must not open it. */
  async forget(tx: Transaction, userId: string): Promise<void> {
    await tx.rows(FORGET_RESET_OF, [userId]);
  }
}
