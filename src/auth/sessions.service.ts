import { Injectable } from '@nestjs/common';
import { type Actor, Clock, newId, Unauthenticated } from '../common/index.js';
import { Database, type Transaction } from '../database/index.js';
import { type User, UsersService } from '../users/index.js';
import { GuestDepartures } from './guest-departures.js';
import { SessionEndings } from './session-endings.js';
import { Session } from './session.entity.js';
import { basisOf, hashOf, SESSION_SECONDS, type TokenBasis, Tokens } from './tokens.js';

/** Two tabs that refresh together, or an answer that was lost, get the same pair again for this long. */
const GRACE_SECONDS = 10;

/** More within the grace than any person's tabs make. */
const MOST_TRADES = 20;

const HOLDER = `select user.id as userId, user.kind from session join user on user.id = session.user_id
  where session.id = ? and session.ended_at is null and session.expires_at > ? and user.ended_at is null`;

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly tokens: Tokens,
    private readonly departures: GuestDepartures,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, user: User): Promise<Session> {
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
    });
    await tx.em.flush();
    return session;
  }

  /** The session, moved to its next pair of tokens. A token that was already traded ends the session: somebody else may hold it. */
  async refresh(token: string): Promise<TokenBasis> {
    const outcome = await this.database.write((tx) => this.trade(tx, token));
    if (outcome === 'refused') throw new Unauthenticated('This sign-in is over. Sign in again.');
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

  async findLive(id: string): Promise<Session | null> {
    return this.database.read().findOne(Session, { id, endedAt: null, expiresAt: { $gt: this.clock.now() } });
  }

  /** Whose session this is, while both last. Asked with every request: an end takes effect at once. */
  async findHolder(id: string): Promise<Pick<Actor, 'userId' | 'isGuest'> | null> {
    const [holder] = await this.database.rows<{ userId: string; kind: User['kind'] }>(HOLDER, [
      id,
      this.clock.now().getTime(),
    ]);
    return holder ? { userId: holder.userId, isGuest: holder.kind === 'GUEST' } : null;
  }

  end(sessionId: string): Promise<void> {
    return this.database.write((tx) => this.endWithin(tx, sessionId));
  }

  /** Ends the sessions whose time is over; their guests leave. */
  async endExpired(): Promise<void> {
    const expired = await this.database
      .read()
      .find(Session, { endedAt: null, expiresAt: { $lte: this.clock.now() } }, { limit: 1000 });
    for (const { id } of expired) await this.end(id);
  }

  private async trade(tx: Transaction, token: string): Promise<TokenBasis | 'refused'> {
    const now = this.clock.now();
    const named = this.tokens.readRefresh(token);
    const session =
      named && (await tx.em.findOne(Session, { id: named.sessionId, endedAt: null, expiresAt: { $gt: now } }));
    if (!session) return 'refused';
    const hash = hashOf(token);
    if (hash === session.refreshHash) return this.next(tx, session, now);
    const recent = session.trades.find((trade) => trade.hash === hash);
    if (recent && now <= after(new Date(recent.at), GRACE_SECONDS)) {
      return { ...basisOf(session), generation: recent.generation, rotatedAt: new Date(recent.at) };
    }
    const genuine = recent !== undefined || token === this.tokens.refresh(session.id, named.generation);
    if (genuine) await this.endWithin(tx, session.id);
    return 'refused';
  }

  private async next(tx: Transaction, session: Session, now: Date): Promise<TokenBasis> {
    const generation = session.generation + 1;
    const made = { hash: session.refreshHash, generation, at: now.getTime() };
    session.trades = [...session.trades.filter(({ at }) => now <= after(new Date(at), GRACE_SECONDS)), made].slice(
      -MOST_TRADES,
    );
    session.generation = generation;
    session.refreshHash = hashOf(this.tokens.refresh(session.id, generation));
    session.rotatedAt = now;
    session.expiresAt = after(now, SESSION_SECONDS);
    await tx.em.flush();
    return basisOf(session);
  }

  private async endWithin(tx: Transaction, sessionId: string): Promise<void> {
    const session = await tx.em.findOne(Session, { id: sessionId, endedAt: null });
    if (!session) return;
    session.endedAt = this.clock.now();
    await tx.em.flush();
    if (await this.users.endGuest(tx, session.userId)) await this.departures.run(tx, session.userId);
    tx.afterCommit(() => {
      this.endings.announce(sessionId);
    });
  }
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
