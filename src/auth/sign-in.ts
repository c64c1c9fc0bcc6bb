import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import type { GraphQLContext } from '../caller/index.js';
import { Database, type FindLocks, type Locks, NO_LOCKS, type Transaction } from '../database/index.js';
import type { User } from '../users/index.js';
import { AccountDisabled } from './auth.errors.js';
import type { LoginPayload } from './auth.types.js';
import { originOf } from './request-origin.js';
import { SessionEndings } from './sessions/session-endings.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SessionCookies } from './tokens/session-cookies.js';
import { TokenHandOver } from './tokens/token-hand-over.js';

/** How the tokens are to be given back. */
interface Wanted {
  readonly cookie?: boolean | null;
}

/** Who is to be signed in, found or made within the change that opens the session. */
type FindUser = (tx: Transaction) => Promise<User>;

/** Opens a session for somebody who has shown who they are, and hands over its tokens. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly cookies: SessionCookies,
    private readonly handOver: TokenHandOver,
    private readonly audit: AuditLog,
  ) {}

  /** Before anything is done: tokens that were to be in a cookie could not be given back later. */
  assertPossible(context: GraphQLContext, { cookie }: Wanted): void {
    if (cookie === true) this.cookies.assertPossible(context);
  }

  /** Somebody who has an account: the session is one of so many, and the oldest of them may end. */
  of(context: GraphQLContext, wanted: Wanted, { id }: User, user: FindUser): Promise<LoginPayload> {
    return this.open(context, wanted, AuditAction.SIGNED_IN, (where) => this.endings.locksOf(where, id), user);
  }

  /** Somebody whose account is made now: nobody else knows of it yet, so there is nothing of it to lock. */
  ofNewcomer(
    context: GraphQLContext,
    wanted: Wanted,
    action: AuditAction,
    user: FindUser,
    locks: Locks | FindLocks = NO_LOCKS,
  ): Promise<LoginPayload> {
    return this.open(context, wanted, action, locks, user);
  }

  private async open(
    context: GraphQLContext,
    { cookie }: Wanted,
    action: AuditAction,
    locks: Locks | FindLocks,
    who: FindUser,
  ): Promise<LoginPayload> {
    const origin = originOf(context);
    const { user, session } = await this.database.write(locks, async (tx) => {
      const user = await who(tx);
      // The one place where sessions begin: whoever was disabled since they showed their password stays out.
      if (user.disabledAt !== null) throw new AccountDisabled();
      const session = await this.sessions.open(tx, user, origin);
      await this.audit.record(tx, { action, actorId: user.id, subjectId: user.id, sessionId: session.id, ...origin });
      return { user, session };
    });
    return this.handOver.toItsOwner(context, session, { cookie: cookie === true, passwordHash: user.passwordHash });
  }
}
