import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { Actor, GraphQLContext } from '../../caller/index.js';
import { Database, type Locks, type Reader } from '../../database/index.js';
import { UsersService } from '../../users/index.js';
import type { ChangePasswordInput } from './account.inputs.js';
import { ViewerSessionType } from './account.types.js';
import { NoPasswordToChange, SessionNotFound, WrongPassword } from '../auth.errors.js';
import type { LoginPayload } from '../auth.types.js';
import { KnownDevices } from '../tokens/known-devices.js';
import { passwordFrom, Passwords } from '../passwords/passwords.js';
import { originOf } from '../request-origin.js';
import { SessionCookies } from '../tokens/session-cookies.js';
import { SessionEndings } from '../sessions/session-endings.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TokenHandOver } from '../tokens/token-hand-over.js';

/** What somebody who is signed in does with their own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly devices: KnownDevices,
    private readonly cookies: SessionCookies,
    private readonly handOver: TokenHandOver,
    private readonly audit: AuditLog,
  ) {}

  async openSessions(viewer: Actor): Promise<ViewerSessionType[]> {
    const sessions = await this.sessions.ofUser(viewer.userId);
    return sessions.map((session) => ViewerSessionType.of(session, viewer.sessionId));
  }

  async changePassword(context: GraphQLContext, viewer: Actor, input: ChangePasswordInput): Promise<LoginPayload> {
    const user = await this.users.get(context, viewer.userId);
    const { username, displayName, passwordHash } = user;
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
      await this.endings.endAllOf(tx, viewer.userId, 'passwordChanged', { except: viewer.sessionId });
      await this.audit.record(tx, { action: AuditAction.PASSWORD_CHANGED, ...who });
      return this.sessions.renew(tx, viewer.sessionId);
    });
    const cookie = this.cookies.hold(context, viewer.sessionId);
    if (cookie) this.devices.remember(context, { id: user.id, passwordHash: newHash });
    return this.handOver.of(context, session, { cookie });
  }

  async revokeSession(context: GraphQLContext, viewer: Actor, sessionId: string): Promise<void> {
    if (!(await this.endings.endOwn(viewer.userId, sessionId))) throw new SessionNotFound();
    if (sessionId === viewer.sessionId) this.cookies.clear(context);
  }

  async logoutEverywhere(context: GraphQLContext, viewer: Actor): Promise<void> {
    await this.database.write(
      (where) => this.endings.locksOf(where, viewer.userId),
      (tx) => this.endings.endAllOf(tx, viewer.userId, 'everywhere'),
    );
    this.cookies.clear(context);
  }
}
