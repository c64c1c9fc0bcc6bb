import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { type Actor, Clock } from '../common/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { GuestsHere } from '../users/index.js';
import { AccessTokenExpired, SessionOver } from './auth.errors.js';
import { jwtKey } from './jwt-secret.js';
import { SessionsService } from './sessions.service.js';
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
    return this.actorOf(claims.sid, new Date(claims.exp * 1000));
  }

  /** A token is only as good as its session. */
  async actorOf(sessionId: string, expiresAt: Date): Promise<Actor> {
    const holder = await this.sessions.findHolder(sessionId);
    if (!holder) throw new SessionOver();
    if (holder.isGuest) this.guestsHere.seen(holder.userId);
    return { ...holder, sessionId, expiresAt };
  }
}
