import { Injectable } from '@nestjs/common';
import type { GraphQLContext } from '../../caller/index.js';
import { CookiesNeedHttp } from '../auth.errors.js';
import { CookieJar } from './cookie-jar.js';
import { SESSION_SECONDS, type TokenBasis, Tokens } from './tokens.js';

export const FILES_COOKIE = 'tertulia-files';
const REFRESH_COOKIE = 'tertulia-refresh';

/** The two cookies of a browser: one trades tokens, one opens files. Neither authorises anything else. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly tokens: Tokens,
    private readonly jar: CookieJar,
  ) {}

  assertPossible(context: GraphQLContext): void {
    if (!context.http) throw new CookiesNeedHttp();
  }

  set(context: GraphQLContext, session: TokenBasis): void {
    this.put(context, this.tokens.refresh(session.id, session.generation), this.tokens.files(session), SESSION_SECONDS);
  }

  clear(context: GraphQLContext): void {
    this.put(context, '', '', 0);
  }

  refreshToken(context: GraphQLContext): string | undefined {
    return this.jar.read(context, REFRESH_COOKIE);
  }

  /** Whether the browser that asks keeps this session in its cookie. */
  hold(context: GraphQLContext, sessionId: string): boolean {
    return this.tokens.readRefresh(this.refreshToken(context) ?? '')?.sessionId === sessionId;
  }

  private put(context: GraphQLContext, refresh: string, files: string, seconds: number): void {
    this.jar.put(context, { name: REFRESH_COOKIE, value: refresh, seconds });
    this.jar.putFor(context, '/uploads', { name: FILES_COOKIE, value: files, seconds });
  }
}
