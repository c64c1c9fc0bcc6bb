import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../runtime/index.js';
import { foldName, verbatimWithin } from '../../text/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../database/index.js';
import { User, UsersService } from '../../users/index.js';
import { RegistrationNonceUsed } from '../auth.errors.js';
import { jwtSecret } from '../tokens/jwt-secret.js';
import { Passwords } from '../passwords/passwords.js';
import { Registration } from './registration.entity.js';
import { REGISTRATION_SINCE, USED_SESSION } from './registrations.queries.js';

/** As long as the access token that the lost answer had. */
const REPEATABLE_SECONDS = 15 * 60;

/** What somebody registers with, within its bounds. */
export interface Registering {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/**
 * Registrations whose answer may have been lost. For a quarter of an hour the same nonce with the same input gives the account again, and its generated
 * password, which follows from the nonce and a key of the server's and is kept nowhere. It ends sooner where somebody shows that they have the password, or
 * the tokens: then no answer was lost. Decision 30.
 */
@Injectable()
export class Registrations {
  private readonly nonceKey: Buffer;
  private readonly passwordKey: Buffer;

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    @InjectSettings() settings: Settings,
  ) {
    const key = (use: string): Buffer => createHmac('sha256', jwtSecret(settings)).update(use).digest();
    this.nonceKey = key('nonces of registrations');
    this.passwordKey = key('generated passwords');
  }

  /** The password of an account that is made with this nonce: the same each time, and nothing to whoever has not the server's key. */
  passwordFor(nonce: string, username: string): string {
    const bytes = createHmac('sha256', this.passwordKey)
      .update(JSON.stringify([nonce, foldName(username)]))
      .digest();
    return this.passwords.readable(bytes.subarray(0, 15));
  }

  /** The account that was made with this nonce, where the input is the same; null where none was. */
  async find(nonce: string, { username, displayName, password }: Registering): Promise<User | null> {
    const [made] = await this.database.find(REGISTRATION_SINCE, [this.hashOf(nonce), this.oldest().getTime()]);
    if (!made) return null;
    const user = await this.users.find(made.userId);
    const isSame = user?.usernameKey === foldName(username) && user.displayName === displayName;
    // The password is compared as in every sign-in: nothing else of it is kept that could be compared.
    if (!(await this.passwords.matches(password, user?.passwordHash ?? null)) || !user || !isSame)
      throw new RegistrationNonceUsed();
    return user;
  }

  /** Notes with which nonce an account is made, and forgets those of before. */
  async note(tx: Transaction, nonce: string, { id: userId }: User): Promise<void> {
    await tx.em.nativeDelete(Registration, { createdAt: { $lte: this.oldest() } });
    tx.em.create(Registration, { userId, nonceHash: this.hashOf(nonce), createdAt: this.clock.now() });
    try {
      await tx.em.flush();
    } catch (error) {
      throw isUniqueViolation(error) ? new RegistrationNonceUsed() : error;
    }
  }

  /** The account that is to be given again, where it still may be: asked within the change that opens its session. */
  async assertRepeatable(tx: Transaction, { id: userId, passwordHash }: User): Promise<User> {
    const [used] = await tx.rows(USED_SESSION, [userId]);
    const made = await tx.em.findOne(Registration, { userId, createdAt: { $gt: this.oldest() } });
    const user = await tx.em.findOne(User, { id: userId, passwordHash, endedAt: null });
    if (used !== undefined || !made || !user) throw new RegistrationNonceUsed();
    return user;
  }

  /** Somebody has the password: whatever was lost is not needed any more. */
  async end(tx: Transaction, userId: string): Promise<void> {
    await tx.em.nativeDelete(Registration, { userId });
  }

  private hashOf(nonce: string): string {
    return createHmac('sha256', this.nonceKey).update(nonce).digest('base64url');
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - REPEATABLE_SECONDS * 1000);
  }
}

/** A secret of the client's own: nobody else may come upon it by trying. */
export function registrationNonceFrom(nonce: string | null | undefined): string | null {
  return nonce == null ? null : verbatimWithin('nonce', nonce, { min: 22, max: 64 });
}
