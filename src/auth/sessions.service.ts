import { Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '../common/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { User } from '../users/index.js';
import { SessionOver } from './auth.errors.js';
import type { RequestOrigin } from './request-origin.js';
import { SessionEndings } from './session-endings.js';
import { Session } from './session.entity.js';
import { basisOf, hashOf, SESSION_SECONDS, type TokenBasis, Tokens } from './tokens.js';

/** Two tabs that refresh together, or an answer that was lost, get the same pair again for this long. */
const GRACE_SECONDS = 10;

/** A clock that is set right by less than this signs nobody out. */
const MOST_SESSION_SKEW_SECONDS = 24 * 60 * 60;

/** More within the grace than any person's tabs make. */
const MOST_TRADES = 20;

/** More than anybody has devices, or looks over. */
export const MOST_SESSIONS = 100;

const HOLDER = `select user.id as userId, user.kind from session join user on user.id = session.user_id
  where session.id = ? and session.ended_at is null and session.expires_at > ? and user.ended_at is null`;

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly tokens: Tokens,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, user: User, { address, client }: RequestOrigin): Promise<Session> {
    const id = newId();
    const now = this.clock.now();
    const session = tx.em.create(Session, {
      id,
      userId: user.id,
      generation: 0,
      refreshHash: hashOf(this.tokens.refresh(id, 0)),
      trades: [],
      rotatedAt: now,
      expiresAt: after(now, SESSION_SECONDS),
      createdAt: now,
      endedAt: null,
      address,
      client,
    });
    await tx.em.flush();
    // A program that signs in each time it starts, and never out, would leave thousands.
    await this.endings.endOldestOf(tx, session, MOST_SESSIONS);
    return session;
  }

  /** The session, moved to its next pair of tokens. A token that was already traded ends the session: somebody else may hold it. */
  async refresh(token: string): Promise<TokenBasis> {
    const outcome = await this.database.write((tx) => this.trade(tx, token));
    if (outcome === 'refused') throw new SessionOver();
    return outcome;
  }

  /** The session that a genuine refresh token belongs to, for ending it. */
  async ofRefreshToken(token: string): Promise<Session | null> {
    const named = this.tokens.readRefresh(token);
    if (!named) return null;
    const session = await this.findLive(named.sessionId);
    const hash = hashOf(token);
    return session && (session.refreshHash === hash || session.trades.some((trade) => trade.hash === hash))
      ? session
      : null;
  }

  /** Whose session this is, while both last. Asked with every request: an end takes effect at once. */
  async findHolder(id: string): Promise<Pick<Actor, 'userId' | 'isGuest'> | null> {
    const [holder] = await this.database.rows<{ userId: string; kind: User['kind'] }>(HOLDER, [
      id,
      this.clock.now().getTime(),
    ]);
    return holder ? { userId: holder.userId, isGuest: holder.kind === 'GUEST' } : null;
  }

  /** Somebody's sessions that have not ended, the one used last first. */
  async ofUser(userId: string): Promise<Session[]> {
    const live = 'user_id = ? and ended_at is null and expires_at > ? order by rotated_at desc, id limit ?';
    return this.database.find(Session, live, [userId, this.clock.now().getTime(), MOST_SESSIONS]);
  }

  /** Whether somebody signed in to this account from there before. */
  async wereOpenedFrom(userId: string, address: string): Promise<boolean> {
    const [known] = await this.database.rows('select 1 from session where user_id = ? and address = ? limit 1', [
      userId,
      address,
    ]);
    return known !== undefined;
  }

  /** New tokens for a session that goes on; the old refresh token is worth nothing from now on, not even for the grace. */
  async renew(tx: Transaction, sessionId: string): Promise<TokenBasis> {
    const session = await tx.em.findOne(Session, { id: sessionId, endedAt: null });
    if (!session) throw new SessionOver();
    const basis = await this.next(tx, session, this.clock.now());
    session.trades = [];
    await tx.em.flush();
    return basis;
  }

  private async findLive(id: string): Promise<Session | null> {
    return this.database.read().findOne(Session, { id, endedAt: null, expiresAt: { $gt: this.clock.now() } });
  }

  private async trade(tx: Transaction, token: string): Promise<TokenBasis | 'refused'> {
    const now = this.clock.now();
    const named = this.tokens.readRefresh(token);
    const session =
      named && (await tx.em.findOne(Session, { id: named.sessionId, endedAt: null, expiresAt: { $gt: now } }));
    // Traded when the clock was far ahead: it would last until then.
    if (!session || session.expiresAt > after(now, SESSION_SECONDS + MOST_SESSION_SKEW_SECONDS)) return 'refused';
    const hash = hashOf(token);
    if (hash === session.refreshHash) return this.next(tx, session, now);
    const recent = session.trades.find((trade) => trade.hash === hash);
    if (recent && isRecent(recent.at, now)) {
      return { ...basisOf(session), generation: recent.generation, rotatedAt: new Date(recent.at) };
    }
    const genuine = recent !== undefined || token === this.tokens.refresh(session.id, named.generation);
    if (genuine) await this.endings.endWithin(tx, session.id, 'replayed');
    return 'refused';
  }

  private async next(tx: Transaction, session: Session, now: Date): Promise<TokenBasis> {
    const generation = session.generation + 1;
    const made = { hash: session.refreshHash, generation, at: now.getTime() };
    session.trades = [...session.trades.filter(({ at }) => isRecent(at, now)), made].slice(-MOST_TRADES);
    session.generation = generation;
    session.refreshHash = hashOf(this.tokens.refresh(session.id, generation));
    session.rotatedAt = now;
    session.expiresAt = after(now, SESSION_SECONDS);
    await tx.em.flush();
    return basisOf(session);
  }
}

/** Of a clock that was set back, what was made later than now is not recent but unknown. */
function isRecent(at: number, now: Date): boolean {
  return Math.abs(now.getTime() - at) <= GRACE_SECONDS * 1000;
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
