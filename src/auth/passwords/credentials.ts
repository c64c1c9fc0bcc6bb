import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { GraphQLContext } from '../../caller/index.js';
import { RateLimited } from '../../errors/index.js';
import type { Transaction } from '../../database/index.js';
import { User, UsersService } from '../../users/index.js';
import { AccountDisabled, WrongCredentials } from '../auth.errors.js';
import { KnownDevices } from '../tokens/known-devices.js';
import { Passwords } from './passwords.js';
import { originOf } from '../request-origin.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** A username and a password, and whether they belong together. Tells nobody which of the two was wrong. */
@Injectable()
export class Credentials {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly devices: KnownDevices,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditLog,
  ) {}

  async check(context: GraphQLContext, input: { username: string; password: string }): Promise<User> {
    const username = input.username.slice(0, 128);
    const user = await this.users.findByUsername(username);
    const forgive = await this.admitted(context, username, user);
    const matches = await this.passwords.matches(input.password, user?.passwordHash ?? null);
    if (!user || !matches) {
      await this.noteRefusal(context, user, user ? 'wrong password' : 'no such username');
      throw new WrongCredentials();
    }
    await forgive();
    if (user.disabledAt !== null) {
      await this.noteRefusal(context, user, 'the account is disabled');
      throw new AccountDisabled();
    }
    return user;
  }

  /** The same person, as long as the password that was checked is still theirs: it may have been changed since. */
  async stillHold(tx: Transaction, { id, passwordHash }: User): Promise<User> {
    const user = await tx.em.findOne(User, { id, passwordHash, endedAt: null });
    if (!user) throw new WrongCredentials();
    return user;
  }

  private async admitted(context: GraphQLContext, username: string, user: User | null): Promise<() => Promise<void>> {
    const device = this.devices.recognise(context, user);
    const { address } = context;
    const admission = await this.throttle.admit({ username, userId: user?.id ?? null, address, device });
    if (admission.isAdmitted) return () => admission.forgive();
    // The first alone: a flood of tries is not to become a flood of entries.
    if (admission.isFirst) await this.noteRefusal(context, user, 'too many tries');
    throw new RateLimited(admission.retryAfter);
  }

  /** What was typed as a username is not kept: now and then it is a password. */
  private noteRefusal(context: GraphQLContext, user: User | null, detail: string): Promise<void> {
    const subjectId = user?.id ?? null;
    return this.audit.recordAlone({ action: AuditAction.SIGN_IN_REFUSED, subjectId, detail, ...originOf(context) });
  }
}
