import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { Actor, GraphQLContext } from '../../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { Clock } from '../../runtime/index.js';
import { type User, UsersService } from '../../users/index.js';
import { Registrations } from '../account/registrations.js';
import { LastAdministratorStays, NoAccountToDelete, WrongPassword } from '../auth.errors.js';
import { PasswordResets } from '../password-reset/password-resets.js';
import { Passwords } from '../passwords/passwords.js';
import { originOf } from '../request-origin.js';
import { SessionEndings } from '../sessions/session-endings.js';
import { SessionCookies } from '../tokens/session-cookies.js';
import { FORGET_ORIGINS, IDS_OF_SESSIONS, NOTE_DELETED_ACCOUNT } from './account-deletion.queries.js';
import { AccountRemains } from './account-remains.js';
import { DeletedAccountsSweep } from './deleted-accounts.sweep.js';

/** Whose account goes, by whom, and what goes with it. */
export interface AccountDeletion {
  readonly userId: string;
  readonly withMessages: boolean;
  readonly actor: Actor;
}

/**
 * Deletes accounts. One change takes an account from whoever had it: it has no password, no session and no name from then on. What was stored for it, its
 * memberships among it, is removed after that, in small pieces (`DeletedAccountsSweep`).
 */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly endings: SessionEndings,
    private readonly registrations: Registrations,
    private readonly resets: PasswordResets,
    private readonly remains: AccountRemains,
    private readonly sweep: DeletedAccountsSweep,
    private readonly cookies: SessionCookies,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** One's own, by whoever knows its password. */
  async deleteAccount(
    context: GraphQLContext,
    actor: Actor,
    { password, withMessages }: { readonly password: string; readonly withMessages: boolean },
  ): Promise<void> {
    const { userId, sessionId } = actor;
    const { passwordHash } = await this.users.get(context, userId);
    if (passwordHash === null) throw new NoAccountToDelete();
    if (!(await this.passwords.matches(password, passwordHash))) {
      const who = { actorId: userId, subjectId: userId, sessionId, ...originOf(context) };
      await this.audit.recordAlone({ action: AuditAction.ACCOUNT_DELETION_REFUSED, ...who });
      throw new WrongPassword('password');
    }
    await this.database.write(this.locksOf(userId), async (tx) => {
      // It may have been changed since, by whoever has the account in truth.
      const user = await this.users.findWithin(tx, userId);
      if (user?.passwordHash !== passwordHash) throw new WrongPassword('password');
      await this.deleteWithin(tx, user, { userId, withMessages, actor });
    });
    this.cookies.clear(context);
    this.sweep.wake();
  }

  /** In a change that holds `locksOf`; whoever asks for it may do so. Afterwards there is something to remove. */
  async deleteWithin(tx: Transaction, user: User, deletion: AccountDeletion): Promise<void> {
    const { userId, withMessages, actor } = deletion;
    const { isAdministrator } = user;
    if (!this.users.isDeleted(user)) {
      await this.users.takeAway(tx, user, actor.userId);
      if (isAdministrator && !(await this.users.hasAdministrator(tx))) throw new LastAdministratorStays();
      await this.endings.endAllOf(tx, userId, 'accountDeleted');
      await tx.rows(FORGET_ORIGINS, [userId]);
      await this.registrations.end(tx, userId);
      await this.resets.forget(tx, userId);
      await this.remains.removeAtOnce(tx, userId);
    }
    await tx.rows(NOTE_DELETED_ACCOUNT, [userId, withMessages ? 1 : 0, this.clock.now().getTime()]);
    await this.audit.record(tx, {
      action: AuditAction.ACCOUNT_DELETED,
      actorId: actor.userId,
      sessionId: actor.sessionId,
      subjectId: userId,
      detail: withMessages ? 'with all messages' : 'without the messages',
    });
    tx.afterCommit(() => {
      this.sweep.wake();
    });
  }

  /** What is held by whoever deletes an account; `others` are those who ask for it. */
  locksOf(userId: string, others: readonly string[] = []): FindLocks {
    return async (where) => {
      const held = await this.endings.locksOf(where, userId);
      const sessions = await where.rows<{ id: string }>(IDS_OF_SESSIONS, [userId]);
      return {
        house: ['administrators'],
        people: [userId, ...others],
        rooms: held.rooms ?? [],
        sessions: sessions.map(({ id }) => id),
      };
    };
  }
}
