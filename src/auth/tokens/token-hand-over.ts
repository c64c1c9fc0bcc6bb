import { Injectable } from '@nestjs/common';
import type { GraphQLContext } from '../../caller/index.js';
import { UsersService, UserType } from '../../users/index.js';
import type { LoginPayload } from '../auth.types.js';
import { SessionCookies } from './session-cookies.js';
import { type TokenBasis, Tokens } from './tokens.js';

/** Gives somebody the tokens of their session: in the answer, or the refresh token in a cookie. */
@Injectable()
export class TokenHandOver {
  constructor(
    private readonly users: UsersService,
    private readonly tokens: Tokens,
    private readonly cookies: SessionCookies,
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
}
