import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Clock, newId } from '../../runtime/index.js';
import { Database, type Reader, type Transaction } from '../../database/index.js';
import { Journal } from '../../log/index.js';
import type { User } from '../../users/index.js';
import { SessionOver, TokenInvalid } from '../auth.errors.js';
import { SessionOpened } from './session.events.js';
import type { RequestOrigin } from '../request-origin.js';
import { SessionEndings } from './session-endings.js';
import { Session } from './session.entity.js';
import { HOLDER_OF_SESSION, LIVE_SESSIONS_OF_USER, MARK_USED, SESSION_FROM_ADDRESS } from './sessions.queries.js';
import { ACCESS_TOKEN_SECONDS, basisOf, hashOf, SESSION_SECONDS, type TokenBasis, Tokens } from '../tokens/tokens.js';

/** Two tabs that refresh together get the same pair again for this long, whatever one of them has done with it. */
const GRACE_SECONDS = 10;

/** A clock that is set right by less than this signs nobody out. */
const MAX_SESSION_SKEW_SECONDS = 24 * 60 * 60;

/** More within the grace than any person's tabs make. */
const MAX_TRADES = 20;

/** More than anybody has devices, or looks over. */
export const MAX_SESSIONS = 100;

/** Somebody whose session lasts, and the generation of its newest tokens while nobody has used any of them. */
export interface Holder extends Pick<Actor, 'userId' | 'isGuest'> {
  readonly unusedGeneration: number | null;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly tokens: Tokens,
    private readonly endings: SessionEndings,
    private readonly journal: Journal,
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
      isUsed: true,
      rotatedAt: now,
      expiresAt: after(now, SESSION_SECONDS),
      createdAt: now,
      endedAt: null,
      address,
      client,
    });
    await tx.em.flush();
    await this.journal.ofPerson(tx, SessionOpened, user.id, { actorId: user.id, subjectId: id });
    // A program that signs in each time it starts, and never out, would leave thousands.
    await this.endings.endOldestOf(tx, session, MAX_SESSIONS);
    return session;
  }

  /**
   * The session, moved to its next pair of tokens; a token that was traded before gives that pair again while nobody has used it.
   * One whose pair was used ends the session: somebody else may hold it.
   */
  async refresh(token: string): Promise<TokenBasis> {
    const named = this.tokens.readRefresh(token);
    if (!named) throw new TokenInvalid();
    const outcome = await this.database.write({ sessions: [named.sessionId] }, (tx) => this.trade(tx, token, named));
    if (outcome === 'not genuine') throw new TokenInvalid();
    // A change of its own: it locks the account, and the rooms of a guest, which no other refresh needs.
    if (outcome === 'replayed') await this.endings.end(named.sessionId, 'replayed');
    if (outcome === 'over' || outcome === 'replayed') throw new SessionOver();
    return outcome;
  }

  /** Somebody has received these tokens and uses them: the one that they were traded for is worth nothing any more. */
  async markUsed(id: string, generation: number): Promise<void> {
    await this.database.writeTogether({ sessions: [id] }, (tx) => tx.rows(MARK_USED, [id, generation]));
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
  async findHolder(id: string, where: Reader = this.database): Promise<Holder | null> {
    const [holder] = await where.rows<Omit<Holder, 'isGuest'> & { kind: User['kind'] }>(HOLDER_OF_SESSION, [
      id,
      this.clock.now().getTime(),
    ]);
    if (!holder) return null;
    const { userId, kind, unusedGeneration } = holder;
    return { userId, isGuest: kind === 'GUEST', unusedGeneration };
  }

  /** Somebody's sessions that have not ended, the one used last first. */
  async ofUser(userId: string): Promise<Session[]> {
    return this.database.find(LIVE_SESSIONS_OF_USER, [userId, this.clock.now().getTime(), MAX_SESSIONS]);
  }

  /** Whether somebody signed in to this account from there before. */
  async wereOpenedFrom(userId: string, address: string): Promise<boolean> {
    const [known] = await this.database.rows(SESSION_FROM_ADDRESS, [userId, address]);
    return known !== undefined;
  }

  /** New tokens for a session that goes on; the old refresh token is worth nothing from now on, not even for the grace. */
  async renew(tx: Transaction, sessionId: string): Promise<TokenBasis> {
    const session = await tx.em.findOne(Session, { id: sessionId, endedAt: null });
    if (!session) throw new SessionOver();
    const basis = await this.next(tx, session, this.clock.now());
    session.trades = [];
    session.isUsed = true;
    await tx.em.flush();
    return basis;
  }

  private async findLive(id: string): Promise<Session | null> {
    return this.database.read().findOne(Session, { id, endedAt: null, expiresAt: { $gt: this.clock.now() } });
  }

  private async trade(
    tx: Transaction,
    token: string,
    named: { readonly sessionId: string; readonly generation: number },
  ): Promise<TokenBasis | 'not genuine' | 'over' | 'replayed'> {
    const now = this.clock.now();
    const session = await tx.em.findOne(Session, { id: named.sessionId });
    if (!session) return 'not genuine';
    const hash = hashOf(token);
    const traded = session.trades.find((trade) => trade.hash === hash);
    const isNewest = hash === session.refreshHash;
    if (!isNewest && !traded && hash !== hashOf(this.tokens.refresh(session.id, named.generation)))
      return 'not genuine';
    // Traded when the clock was far ahead: it would last until then.
    const isTooLong = session.expiresAt > after(now, SESSION_SECONDS + MAX_SESSION_SKEW_SECONDS);
    if (session.endedAt || session.expiresAt <= now || isTooLong) return 'over';
    if (isNewest) return this.next(tx, session, now);
    if (traded?.generation === session.generation && !session.isUsed) return this.again(tx, session, now);
    if (traded && isRecent(traded.at, now)) {
      return { ...basisOf(session), generation: traded.generation, rotatedAt: new Date(traded.at) };
    }
    return 'replayed';
  }

  /** The newest pair once more, for whoever lost it. An access token that has run out meanwhile would be of no use: then it is made anew. */
  private async again(tx: Transaction, session: Session, now: Date): Promise<TokenBasis> {
    if (after(session.rotatedAt, ACCESS_TOKEN_SECONDS) <= now || session.rotatedAt > now) {
      session.rotatedAt = now;
      session.expiresAt = after(now, SESSION_SECONDS);
    }
    // With another JWT_SECRET than at the first time, it is another token.
    session.refreshHash = hashOf(this.tokens.refresh(session.id, session.generation));
    await tx.em.flush();
    return basisOf(session);
  }

  private async next(tx: Transaction, session: Session, now: Date): Promise<TokenBasis> {
    const generation = session.generation + 1;
    const made = { hash: session.refreshHash, generation, at: now.getTime() };
    session.trades = [...session.trades.filter(({ at }) => isRecent(at, now)), made].slice(-MAX_TRADES);
    session.generation = generation;
    session.isUsed = false;
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
