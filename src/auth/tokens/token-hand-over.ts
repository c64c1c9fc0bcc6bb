import { Injectable } from '@nestjs/common';
import type { GraphQLContext } from '../../caller/index.js';
import { UsersService, UserType } from '../../users/index.js';
import type { LoginPayload } from '../auth.types.js';
import { KnownDevices } from './known-devices.js';
import { SessionCookies } from './session-cookies.js';
import { type TokenBasis, Tokens } from './tokens.js';

/** Gives somebody the tokens of their session: in the answer, or the refresh token in a cookie. */
@Injectable()
export class TokenHandOver {
  constructor(
    private readonly users: UsersService,
    private readonly tokens: Tokens,
    private readonly cookies: SessionCookies,
    private readonly devices: KnownDevices,
  ) {}

  async of(context: GraphQLContext, session: TokenBasis, { cookie }: { cookie: boolean }): Promise<LoginPayload> {
    const user = await this.users.get(context, session.userId);
    const access = this.tokens.access(session);
    if (cookie) this.cookies.set(context, session);
    const refreshToken = cookie ? null : this.tokens.refresh(session.id, session.generation);
    return {
      user: UserType.of(user),
      session: { accessToken: access.token, accessTokenExpiresAt: access.expiresAt, refreshToken },
    };
  }

  /** The same for somebody who has just shown their password: a browser that keeps the session is one that they are known by. */
  async toItsOwner(
    context: GraphQLContext,
    session: TokenBasis,
    { cookie, passwordHash }: { cookie: boolean; passwordHash: string | null },
  ): Promise<LoginPayload> {
    const payload = await this.of(context, session, { cookie });
    if (cookie && passwordHash !== null) this.devices.remember(context, { id: session.userId, passwordHash });
    return payload;
  }
}
