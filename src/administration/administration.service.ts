import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { Actor } from '../caller/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { isId } from '../runtime/index.js';
import { Database, type Locks, type Transaction } from '../database/index.js';
import { Cursors } from '../log/index.js';
import { Administrators, UserNotFound, UsersService, UserType } from '../users/index.js';
import { LastAdministrator, PeopleOnly, WrongSetupCode } from './administration.errors.js';
import { type AuditEntryConnection, AuditEntryType } from './administration.types.js';
import { SetupCode } from './setup-code.js';

const AUDIT_LIST = 'audit';

/** What the people who run the server do in it. They see who did what, never what others wrote. */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly administrators: Administrators,
    private readonly audit: AuditLog,
    private readonly cursors: Cursors,
    private readonly code: SetupCode,
  ) {}

  /** A code for the first administrator; null where there is one. */
  async setupCode(): Promise<string | null> {
    const hasOne = await this.users.hasAdministrator({ em: this.database.read() });
    return hasOne ? null : this.code.offer();
  }

  async becomeAdministrator(scope: object, actor: Actor, code: string): Promise<{ user: UserType }> {
    if (!this.code.fits(code)) {
      const { userId: actorId, sessionId } = actor;
      await this.audit.recordAlone({ action: AuditAction.SETUP_CODE_REFUSED, actorId, sessionId });
      throw new WrongSetupCode();
    }
    await this.database.write(appointing([actor.userId]), async (tx) => {
      if (await this.users.hasAdministrator(tx)) throw new WrongSetupCode();
      await this.appoint(tx, actor, actor.userId);
      tx.afterCommit(() => {
        this.code.withdraw();
      });
    });
    return this.shown(scope, actor.userId);
  }

  async setAdministrator(
    scope: object,
    actor: Actor,
    { userId, isAdministrator }: { userId: string; isAdministrator: boolean },
  ): Promise<{ user: UserType }> {
    await this.database.write(appointing([actor.userId, userId]), async (tx) => {
      await this.administrators.assertWithin(tx, actor);
      if (!isId(userId)) throw new UserNotFound();
      if (isAdministrator) await this.appoint(tx, actor, userId);
      else await this.dismiss(tx, actor, userId);
    });
    return this.shown(scope, userId);
  }

  isAdministrator(actor: Actor): Promise<boolean> {
    return this.administrators.has(actor);
  }

  async auditLog(
    actor: Actor,
    args: { first: number; after: string | null | undefined },
  ): Promise<AuditEntryConnection> {
    await this.administrators.assert(actor);
    const first = pageSize('first', args.first);
    const before =
      args.after == null ? Number.MAX_SAFE_INTEGER : Number(this.cursors.keyInList(AUDIT_LIST, args.after)[0]);
    const found = await this.audit.before(before, first + 1);
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    const entries = found.slice(0, first).map((entry) => AuditEntryType.of(entry));
    return connectionOf(entries, ({ id }) => this.cursors.ofList(AUDIT_LIST, [Number(id)]), more);
  }

  private async shown(scope: object, userId: string): Promise<{ user: UserType }> {
    return { user: UserType.of(await this.users.get(scope, userId)) };
  }

  private async appoint(tx: Transaction, actor: Actor, userId: string): Promise<void> {
    const person = await this.users.findWithin(tx, userId);
    if (!person) throw new UserNotFound();
    if (person.kind !== 'PERSON' || person.disabledAt !== null) throw new PeopleOnly();
    if (await this.users.setAdministrator(tx, { id: userId, isAdministrator: true, actorId: actor.userId }))
      await this.note(tx, AuditAction.ADMINISTRATOR_APPOINTED, actor, userId);
  }

  private async dismiss(tx: Transaction, actor: Actor, userId: string): Promise<void> {
    const { userId: actorId } = actor;
    if (!(await this.users.setAdministrator(tx, { id: userId, isAdministrator: false, actorId }))) return;
    if (!(await this.users.hasAdministrator(tx))) throw new LastAdministrator();
    await this.note(tx, AuditAction.ADMINISTRATOR_DISMISSED, actor, userId);
  }

  private note(tx: Transaction, action: AuditAction, actor: Actor, subjectId: string): Promise<void> {
    return this.audit.record(tx, { action, actorId: actor.userId, sessionId: actor.sessionId, subjectId });
  }
}

/** One administrator stays: who counts them must be the only one that makes more or fewer. */
function appointing(people: readonly string[]): Locks {
  return { house: ['administrators'], people };
}
