import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../../caller/index.js';
import { Clock } from '../../runtime/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import type { Reader } from '../../database/index.js';
import { GuestsHere } from '../../users/index.js';
import { AccessTokenExpired, SessionOver } from '../auth.errors.js';
import { jwtKey } from './jwt-secret.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { isGoodAt, type TokenClaims } from './tokens.js';

/** The one way in which an access token becomes an actor, on HTTP and on the socket alike. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy) {
  constructor(
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    private readonly guestsHere: GuestsHere,
    @InjectSettings() settings: Settings,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // jsonwebtoken, which does the work, takes a key; the types of passport-jwt do not know that yet.
      secretOrKey: jwtKey(settings) as unknown as Buffer,
      algorithms: ['HS256'],
      audience: 'access',
      // `validate` compares with the house's own clock, and tells "has run out" from "was never good".
      ignoreExpiration: true,
    });
  }

  async validate(claims: TokenClaims): Promise<Actor> {
    if (!isGoodAt(this.clock.now(), claims)) throw new AccessTokenExpired();
    return this.actorOf(claims);
  }

  /** A token is only as good as its session. Whoever uses one of the newest has received them: from then on they are given to nobody again. */
  async actorOf({ sid: sessionId, gen, exp }: Pick<TokenClaims, 'sid' | 'gen' | 'exp'>): Promise<Actor> {
    const holder = await this.sessions.findHolder(sessionId);
    if (!holder) throw new SessionOver();
    const { userId, isGuest, unusedGeneration } = holder;
    if (isGuest) this.guestsHere.seen(userId);
    // Before anything is answered: after a crash the tokens would count as unused again, and a stolen old one would give them.
    if (unusedGeneration !== null && unusedGeneration === gen)
      await this.sessions.markUsed(sessionId, unusedGeneration);
    return { userId, isGuest, sessionId, expiresAt: new Date(exp * 1000), bot: null };
  }

  async assertLive(sessionId: string, where?: Reader): Promise<void> {
    if (!(await this.sessions.findHolder(sessionId, where))) throw new SessionOver();
  }
}
