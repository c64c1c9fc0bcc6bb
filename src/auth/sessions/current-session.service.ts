import { Injectable } from '@nestjs/common';
import type { GraphQLContext } from '../../caller/index.js';
import { Unauthenticated } from '../../errors/index.js';
import type { RefreshSessionInput } from '../auth.inputs.js';
import type { LoginPayload } from '../auth.types.js';
import { RefreshThrottle } from '../tokens/refresh-throttle.js';
import { SessionCookies } from '../tokens/session-cookies.js';
import { TokenHandOver } from '../tokens/token-hand-over.js';
import { SessionEndings } from './session-endings.js';
import { SessionsService } from './sessions.service.js';

/** The session that a request comes with: goes on with new tokens, or ends. */
@Injectable()
export class CurrentSessionService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly endings: SessionEndings,
    private readonly cookies: SessionCookies,
    private readonly handOver: TokenHandOver,
    private readonly throttle: RefreshThrottle,
  ) {}

  async refreshSession(context: GraphQLContext, input: RefreshSessionInput | null | undefined): Promise<LoginPayload> {
    const given = input?.refreshToken ?? undefined;
    const token = given ?? this.cookies.refreshToken(context);
    await this.throttle.admit(token, context.address);
    if (token === undefined) throw new Unauthenticated();
    try {
      const session = await this.sessions.refresh(token);
      return await this.handOver.of(context, session, { cookie: given === undefined });
    } catch (error) {
      if (given === undefined && error instanceof Unauthenticated) this.cookies.clear(context);
      throw error;
    }
  }

  async logout(context: GraphQLContext): Promise<void> {
    const token = this.cookies.refreshToken(context);
    const fromCookie = token === undefined ? null : await this.sessions.ofRefreshToken(token);
    const ids = new Set([context.viewer?.sessionId, fromCookie?.id]);
    for (const id of ids) if (id !== undefined) await this.endings.end(id, 'signedOut');
    this.cookies.clear(context);
  }
}
