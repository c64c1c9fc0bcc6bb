import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import { type NewPasswordReset, PasswordResets, SessionEndings } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { isId } from '../../runtime/index.js';
import { Administrators, type User, UserNotFound, UsersService } from '../../users/index.js';
import { AccountIsDisabled, LastAdministrator, NoAccount, NotOneself } from '../administration.errors.js';
import { AccountLists } from './account-lists.js';
import type { AccountType } from './account.type.js';

/** What administrators do with somebody's account. The audit log tells all of it. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly users: UsersService,
    private readonly endings: SessionEndings,
    private readonly resets: PasswordResets,
    private readonly lists: AccountLists,
    private readonly audit: AuditLog,
  ) {}

  /** For a guest it is the end of the visit: null then. */
  async endSessions(actor: Actor, userId: string): Promise<AccountType | null> {
    await this.change(actor, userId, async (tx) => {
      await this.endings.endAllOf(tx, userId, 'byAdministrator');
      await this.note(tx, AuditAction.SESSIONS_ENDED, actor, userId);
    });
    return this.lists.account(actor, userId);
  }

  async disableAccount(actor: Actor, userId: string): Promise<AccountType> {
    if (userId === actor.userId) throw new NotOneself();
    return this.changeAccount(actor, userId, async (tx, account) => {
      if (!(await this.users.setDisabled(tx, account, true))) return;
      if (!(await this.users.hasAdministrator(tx))) throw new LastAdministrator();
      await this.resets.forget(tx, userId);
      await this.endings.endAllOf(tx, userId, 'disabled');
      await this.note(tx, AuditAction.ACCOUNT_DISABLED, actor, userId);
    });
  }

  async enableAccount(actor: Actor, userId: string): Promise<AccountType> {
    return this.changeAccount(actor, userId, async (tx, account) => {
      if (await this.users.setDisabled(tx, account, false))
        await this.note(tx, AuditAction.ACCOUNT_ENABLED, actor, userId);
    });
  }

  async createPasswordReset(actor: Actor, userId: string): Promise<NewPasswordReset> {
    return this.change(actor, userId, async (tx, account) => {
      assertHasPassword(account);
      if (account.disabledAt !== null) throw new AccountIsDisabled();
      const made = await this.resets.create(tx, userId);
      await this.note(tx, AuditAction.PASSWORD_RESET_CREATED, actor, userId);
      return made;
    });
  }

  private async changeAccount(
    actor: Actor,
    userId: string,
    work: (tx: Transaction, account: User) => Promise<void>,
  ): Promise<AccountType> {
    await this.change(actor, userId, async (tx, account) => {
      assertHasPassword(account);
      await work(tx, account);
    });
    const account = await this.lists.account(actor, userId);
    if (!account) throw new UserNotFound();
    return account;
  }

  private change<T>(actor: Actor, userId: string, work: (tx: Transaction, account: User) => Promise<T>): Promise<T> {
    return this.database.write(this.locksOf(actor, userId), async (tx) => {
      await this.administrators.assertWithin(tx, actor);
      const account = isId(userId) ? await this.users.findWithin(tx, userId) : null;
      if (!account) throw new UserNotFound();
      return work(tx, account);
    });
  }

  /** One administrator stays who can sign in: whoever counts them must be the only one that makes more or fewer. */
  private locksOf(actor: Actor, userId: string): FindLocks {
    return async (where) => {
      const { rooms = [], sessions = [] } = isId(userId) ? await this.endings.locksOf(where, userId) : {};
      return { house: ['administrators'], people: [actor.userId, userId], rooms, sessions };
    };
  }

  private note(tx: Transaction, action: AuditAction, actor: Actor, subjectId: string): Promise<void> {
    return this.audit.record(tx, { action, actorId: actor.userId, sessionId: actor.sessionId, subjectId });
  }
}

function assertHasPassword({ kind }: User): void {
  if (kind !== 'PERSON') throw new NoAccount();
}
