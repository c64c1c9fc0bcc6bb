import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { parseCookie } from 'cookie';
import { z } from 'zod';
import type { Actor } from '../caller/index.js';
import { Clock } from '../runtime/index.js';
import type { Reader } from '../database/index.js';
import { callerAddress, InjectSettings, type Settings } from '../config/index.js';
import { Unauthenticated } from '../errors/index.js';
import { type Caller, rememberCaller, rememberedCaller } from './remembered-caller.js';
import { AccessTokenStrategy } from './tokens/access-token.strategy.js';
import { TokenInvalid } from './auth.errors.js';
import { BOT_TOKEN_PREFIX, BotBearers } from './tokens/bot-bearers.js';
import { FILES_COOKIE } from './tokens/session-cookies.js';
import { isGoodAt } from './tokens/tokens.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';

/** Longer than any token that is made here. */
const MAX_AUTHORIZATION_LENGTH = 2048;
const BEARER_MISSING = 'The authorization has to be "Bearer ACCESS_TOKEN".';

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  gen: z.number().exactOptional(),
  iat: z.number(),
  exp: z.number(),
});

/** Finds out who is asking. */
@Injectable()
export class Authenticator {
  private readonly verified = new VerifiedTokens();

  constructor(
    private readonly strategy: AccessTokenStrategy,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly bots: BotBearers,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** The actor behind an Authorization header, or null where there is none. Throws, and says why, for one that is not good. */
  authenticate(authorization: string | undefined, address = ''): Promise<Actor | null> {
    const said = authorization?.trim() ?? '';
    // A bearer of nothing is what clients send before anybody has signed in.
    if (said === '' || /^bearer$/i.test(said)) return Promise.resolve(null);
    // passport-jwt looks for the token in a time that grows with the square of the length: strangers could keep the server busy with it.
    if (said.length > MAX_AUTHORIZATION_LENGTH) return Promise.reject(new TokenInvalid());
    if (!/^bearer\s/i.test(said)) return Promise.reject(new TokenInvalid(BEARER_MISSING));
    const token = said.slice('bearer'.length).trim();
    if (token.startsWith(BOT_TOKEN_PREFIX)) return this.bots.opened.actorOf(token, address);
    const known = this.verified.find(said);
    return known ? this.strategy.validate(known) : this.verify(said);
  }

  /** The same for HTTP, where a token that is not good makes a visitor: they may still sign in, and whatever else they ask for is refused with the reason. */
  async callerOf(authorization: string | undefined, address = ''): Promise<Caller> {
    try {
      return { actor: await this.authenticate(authorization, address), refusal: null };
    } catch (error) {
      if (error instanceof Unauthenticated) return { actor: null, refusal: error };
      throw error;
    }
  }

  /**
   * The same for a request that is answered before its body is read: asked once, however many want to know. Whoever waits for a body asks anew
   * afterwards, for a session may end while it comes in.
   */
  async callerAtTheStartOf(request: IncomingMessage): Promise<Caller> {
    const known = rememberedCaller(request);
    if (known) return known;
    const address = callerAddress(request, this.settings);
    return rememberCaller(request, await this.callerOf(request.headers.authorization, address));
  }

  /** Throws where the actor's session, or a bot's token, has ended since: asked again at the end of what takes long, in the change that comes of it. */
  assertStillSignedIn({ sessionId, bot }: Actor, where?: Reader): Promise<void> {
    if (bot) return this.bots.opened.assertLive(bot.tokenId, where);
    return this.strategy.assertLive(sessionId, where);
  }

  /** The actor behind the cookie that opens `/uploads/…` and nothing else. */
  async actorOfFilesCookie(cookieHeader: string | undefined): Promise<Actor | null> {
    const token = parseCookie(cookieHeader ?? '')[FILES_COOKIE];
    if (token === undefined) return null;
    try {
      const read: unknown = await this.jwt.verifyAsync(token, {
        audience: 'files',
        algorithms: ['HS256'],
        ignoreExpiration: true,
      });
      const named = claims.parse(read);
      const isGood = isGoodAt(this.clock.now(), named);
      return isGood ? await this.strategy.actorOf(named) : null;
    } catch {
      return null;
    }
  }

  private verify(authorization: string): Promise<Actor> {
    return new Promise((resolve, reject) => {
      // As passport does it: a strategy reports through three methods that are put on an object made from it for this request.
      const attempt = Object.assign(Object.create(this.strategy) as AccessTokenStrategy, {
        success: (actor: unknown) => {
          this.remember(authorization);
          resolve(actor as Actor);
        },
        fail: () => {
          reject(new TokenInvalid());
        },
        error: (reason: unknown) => {
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        },
      });
      attempt.authenticate(withAuthorization(authorization));
    });
  }

  private remember(authorization: string): void {
    const [, token = ''] = authorization.split(/\s+/);
    const { data } = claims.safeParse(this.jwt.decode(token));
    if (data) this.verified.remember(authorization, data);
  }
}

function withAuthorization(authorization: string | undefined): Parameters<AccessTokenStrategy['authenticate']>[0] {
  // passport-jwt looks at the headers alone; a socket has no request of its own to show.
  return { headers: { authorization } } as Parameters<AccessTokenStrategy['authenticate']>[0];
}
