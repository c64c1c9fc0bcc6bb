import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import type { GraphQLContext } from '../../caller/index.js';
import { Database, type Transaction } from '../../database/index.js';
import { type User, UsersService, UserType } from '../../users/index.js';
import { PasswordResetOver } from '../auth.errors.js';
import { PasswordChanges } from '../passwords/password-changes.js';
import { passwordFrom, Passwords } from '../passwords/passwords.js';
import { originOf } from '../request-origin.js';
import { SessionEndings } from '../sessions/session-endings.js';
import type { ResetPasswordInput } from './password-reset.inputs.js';
import { PasswordResetType } from './password-reset.types.js';
import { PasswordResets } from './password-resets.js';

/** Gives a new password to whoever follows the link that an administrator gave them, or that was sent to them by e-mail. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly resets: PasswordResets,
    private readonly endings: SessionEndings,
    private readonly changes: PasswordChanges,
    private readonly audit: AuditLog,
  ) {}

  async passwordReset(scope: object, token: string): Promise<PasswordResetType | null> {
    const found = await this.resets.find(token);
    if (!found) return null;
    return PasswordResetType.of({ user: await this.users.get(scope, found.userId), expiresAt: found.expiresAt });
  }

  async resetPassword(context: GraphQLContext, { token, newPassword }: ResetPasswordInput): Promise<UserType> {
    // Before the password is hashed, which costs more than anything else here.
    const user = await this.ownerOf(context, token);
    const chosen = await passwordFrom('newPassword', newPassword, [user.username, user.displayName]);
    const passwordHash = await this.passwords.hash(chosen);
    await this.database.write(
      (where) => this.endings.locksOf(where, user.id),
      (tx) => this.change(tx, context, { id: user.id, token, passwordHash }),
    );
    return UserType.of(user);
  }

  private async ownerOf(context: GraphQLContext, token: string): Promise<User> {
    const found = await this.resets.find(token);
    if (!found) throw new PasswordResetOver();
    return this.users.get(context, found.userId);
  }

  private async change(
    tx: Transaction,
    context: GraphQLContext,
    { id, token, passwordHash }: { readonly id: string; readonly token: string; readonly passwordHash: string },
  ): Promise<void> {
    // Used, replaced or over by now, or the account is kept out.
    const way = await this.resets.take(tx, token);
    if (way === null || !(await this.users.setPassword(tx, id, passwordHash))) throw new PasswordResetOver();
    await this.resets.forget(tx, id);
    await this.endings.endAllOf(tx, id, 'passwordReset');
    await this.changes.tell(tx, id);
    const about = { subjectId: id, detail: way, ...originOf(context) };
    await this.audit.record(tx, { action: AuditAction.PASSWORD_RESET, ...about });
  }
}
