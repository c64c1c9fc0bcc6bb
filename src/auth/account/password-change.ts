import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { Actor, GraphQLContext } from '../../caller/index.js';
import { Database, type Locks, type Reader } from '../../database/index.js';
import { UsersService } from '../../users/index.js';
import type { ChangePasswordInput } from './account.inputs.js';
import { NoPasswordToChange, WrongPassword } from '../auth.errors.js';
import type { LoginPayload } from '../auth.types.js';
import { PasswordResets } from '../password-reset/password-resets.js';
import { PasswordChanges } from '../passwords/password-changes.js';
import { passwordFrom, Passwords } from '../passwords/passwords.js';
import { originOf } from '../request-origin.js';
import { SessionEndings } from '../sessions/session-endings.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SessionCookies } from '../tokens/session-cookies.js';
import { TokenHandOver } from '../tokens/token-hand-over.js';

/** Changes the password of somebody who knows the old one. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly resets: PasswordResets,
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly cookies: SessionCookies,
    private readonly handOver: TokenHandOver,
    private readonly changes: PasswordChanges,
    private readonly audit: AuditLog,
  ) {}

  async of(context: GraphQLContext, viewer: Actor, input: ChangePasswordInput): Promise<LoginPayload> {
    const { username, displayName, passwordHash } = await this.users.get(context, viewer.userId);
    if (passwordHash === null) throw new NoPasswordToChange();
    const { userId, sessionId } = viewer;
    const who = { actorId: userId, subjectId: userId, sessionId, ...originOf(context) };
    const chosen = await passwordFrom('newPassword', input.newPassword, [username, displayName]);
    if (!(await this.passwords.matches(input.currentPassword, passwordHash))) {
      await this.audit.recordAlone({ action: AuditAction.PASSWORD_CHANGE_REFUSED, ...who });
      throw new WrongPassword();
    }
    const locks = (where: Reader): Promise<Locks> => this.endings.locksOf(where, userId);
    const newHash = await this.passwords.hash(chosen);
    const session = await this.database.write(locks, async (tx) => {
      // Two changes at a time: the second one knew a password that is no longer the current one.
      if (!(await this.users.replacePassword(tx, viewer.userId, passwordHash, newHash))) throw new WrongPassword();
      await this.resets.forget(tx, viewer.userId);
      await this.endings.endAllOf(tx, viewer.userId, 'passwordChanged', { except: viewer.sessionId });
      await this.changes.tell(tx, viewer.userId);
      await this.audit.record(tx, { action: AuditAction.PASSWORD_CHANGED, ...who });
      return this.sessions.renew(tx, viewer.sessionId);
    });
    const cookie = this.cookies.hold(context, viewer.sessionId);
    return this.handOver.toItsOwner(context, session, { cookie, passwordHash: newHash });
  }
}
