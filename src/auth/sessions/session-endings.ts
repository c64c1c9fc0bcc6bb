import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import { Clock, isId } from '../../runtime/index.js';
import { Database, type Locks, NO_LOCKS, type Reader, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import { UsersService } from '../../users/index.js';
import { SessionEnded } from './session.events.js';
import { BotBearers } from '../tokens/bot-bearers.js';
import { GuestDepartures } from '../account/guest-departures.js';
import { Session } from './session.entity.js';
import {
  END_OLDEST_SESSIONS,
  END_OTHER_SESSIONS,
  IDS_OF_LIVE_SESSIONS,
  LIVE_GUEST,
  OWNER_OF_SESSION,
} from './sessions.queries.js';

/** How a session ends, in the words of the audit log. */
const WORDS = {
  signedOut: 'signed out',
  revoked: 'ended by its owner from another session',
  everywhere: 'signed out everywhere',
  passwordChanged: 'the password was changed',
  accountDeleted: 'the account was deleted',
  replayed: 'an old refresh token came back: somebody else may have held it',
  expired: 'not used for 30 days',
  byAdministrator: 'ended by an administrator',
  disabled: 'the account was disabled',
  passwordReset: 'the password was reset',
  crowdedOut: 'others of the account were used since, as many as one may have',
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
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly bots: BotBearers,
  ) {}

  listen(listener: (sessionId: string) => void): void {
    this.listeners.add(listener);
  }

  end(sessionId: string, how: SessionEnd): Promise<void> {
    return this.database.write(
      (where) => this.locksOfOne(where, sessionId),
      (tx) => this.endWithin(tx, sessionId, how),
    );
  }

  /** Ends one of somebody's own sessions; whether they have or had such a one. */
  async endOwn(userId: string, sessionId: string): Promise<boolean> {
    return this.database.write(
      (where) => this.locksOfOne(where, sessionId),
      async (tx) => {
        if (!isId(sessionId) || !(await tx.em.findOne(Session, { id: sessionId, userId }))) return false;
        await this.endWithin(tx, sessionId, 'revoked');
        return true;
      },
    );
  }

  /** What to hold in order to end whichever of somebody's sessions, or to open one beside them. */
  async locksOf(where: Reader, userId: string): Promise<Locks> {
    const sessions = await where.rows<{ id: string }>(IDS_OF_LIVE_SESSIONS, [userId]);
    const rooms = await this.roomsOfGuest(where, userId);
    return { people: [userId], rooms, sessions: sessions.map(({ id }) => id) };
  }

  /** In one statement: somebody may have thousands of them, and nobody else's change could be made meanwhile. */
  async endAllOf(
    tx: Transaction,
    userId: string,
    how: SessionEnd,
    { except = null }: { readonly except?: string | null } = {},
  ): Promise<void> {
    const ended = await tx.rows<{ id: string }>(END_OTHER_SESSIONS, [this.clock.now().getTime(), userId, except]);
    for (const { id } of ended) await this.tell(tx, { id, userId }, how);
    if (ended.length > 0) await this.seeOut(tx, userId);
    if (how === 'disabled' || how === 'accountDeleted')
      for (const tokenId of await this.bots.opened.tokensOf(tx, userId)) this.tellOfToken(tx, tokenId);
  }

  /** Tells whoever holds something open for a token of a bot that it counts for nothing any more. */
  tellOfToken(tx: Transaction, tokenId: string): void {
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener(tokenId);
    });
  }

  /** Ends those of somebody's sessions that were used longest ago, but for so many; never the newest, whatever the clock said before. */
  async endOldestOf(tx: Transaction, { id: newest, userId }: Session, most: number): Promise<void> {
    const ended = await tx.rows<{ id: string }>(END_OLDEST_SESSIONS, [
      this.clock.now().getTime(),
      userId,
      newest,
      most - 1,
    ]);
    for (const { id } of ended) await this.tell(tx, { id, userId }, 'crowdedOut');
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
    await this.tell(tx, { id: sessionId, userId }, how);
    await this.seeOut(tx, userId);
  }

  private async locksOfOne(where: Reader, sessionId: string): Promise<Locks> {
    const [session] = await where.rows<{ userId: string }>(OWNER_OF_SESSION, [sessionId]);
    if (!session) return NO_LOCKS;
    const rooms = await this.roomsOfGuest(where, session.userId);
    return { people: [session.userId], rooms, sessions: [sessionId] };
  }

  /** What a guest leaves with the session; everybody else stays in their rooms. */
  private async roomsOfGuest(where: Reader, userId: string): Promise<string[]> {
    const [guest] = await where.rows(LIVE_GUEST, [userId]);
    return guest === undefined ? [] : this.departures.roomsOf(where, userId);
  }

  private async tell(tx: Transaction, { id, userId }: Pick<Session, 'id' | 'userId'>, how: SessionEnd): Promise<void> {
    const about = { subjectId: userId, sessionId: id, detail: WORDS[how] };
    await this.audit.record(tx, { action: AuditAction.SESSION_ENDED, ...about });
    await this.journal.ofPerson(tx, SessionEnded, userId, { actorId: null, subjectId: id });
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener(id);
    });
  }

  /** A guest's stay ends with the session. */
  private async seeOut(tx: Transaction, userId: string): Promise<void> {
    if (await this.users.endGuest(tx, userId)) await this.departures.run(tx, userId);
  }
}
