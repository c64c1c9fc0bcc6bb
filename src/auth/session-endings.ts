import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import { Clock, isId } from '../common/index.js';
import { Database, type Transaction } from '../database/index.js';
import { UsersService } from '../users/index.js';
import { GuestDepartures } from './guest-departures.js';
import { Session } from './session.entity.js';

/** How a session ends, in the words of the audit log. */
const WORDS = {
  signedOut: 'signed out',
  revoked: 'ended by its owner from another session',
  everywhere: 'signed out everywhere',
  passwordChanged: 'the password was changed',
  replayed: 'an old refresh token came back: somebody else may have held it',
  expired: 'not used for 30 days',
} as const;

export type SessionEnd = keyof typeof WORDS;

/** Ends sessions: for a guest that is the end of the stay. Tells whoever holds something open for one (a socket). */
@Injectable()
export class SessionEndings {
  private readonly listeners = new Set<(sessionId: string) => void>();

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly departures: GuestDepartures,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  listen(listener: (sessionId: string) => void): void {
    this.listeners.add(listener);
  }

  end(sessionId: string, how: SessionEnd): Promise<void> {
    return this.database.write((tx) => this.endWithin(tx, sessionId, how));
  }

  /** Ends one of somebody's own sessions; whether they have or had such a one. */
  async endOwn(userId: string, sessionId: string): Promise<boolean> {
    return this.database.write(async (tx) => {
      if (!isId(sessionId) || !(await tx.em.findOne(Session, { id: sessionId, userId }))) return false;
      await this.endWithin(tx, sessionId, 'revoked');
      return true;
    });
  }

  async endAllOf(tx: Transaction, userId: string, how: SessionEnd, { except = '' } = {}): Promise<void> {
    const sessions = await tx.em.find(Session, { userId, endedAt: null, id: { $ne: except } });
    for (const { id } of sessions) await this.endWithin(tx, id, how);
  }

  /** Ends the sessions whose time is over; their guests leave. */
  async endExpired(): Promise<void> {
    const expired = await this.database
      .read()
      .find(Session, { endedAt: null, expiresAt: { $lte: this.clock.now() } }, { limit: 1000 });
    for (const { id } of expired) await this.end(id, 'expired');
  }

  /** The same within a change that has more to do. */
  async endWithin(tx: Transaction, sessionId: string, how: SessionEnd): Promise<void> {
    const session = await tx.em.findOne(Session, { id: sessionId, endedAt: null });
    if (!session) return;
    const { userId } = session;
    session.endedAt = this.clock.now();
    await tx.em.flush();
    await this.audit.record(tx, {
      action: AuditAction.SESSION_ENDED,
      subjectId: userId,
      sessionId,
      detail: WORDS[how],
    });
    if (await this.users.endGuest(tx, userId)) await this.departures.run(tx, userId);
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener(sessionId);
    });
  }
}
