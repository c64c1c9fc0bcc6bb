import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { GraphQLContext } from '../common/index.js';
import { InjectSettings, type Settings } from '../config/index.js';
import { CookiesNeedHttp } from './auth.errors.js';
import { SESSION_SECONDS, type TokenBasis, Tokens } from './tokens.js';

export const FILES_COOKIE = 'tertulia-files';

/** The two cookies of a browser: one trades tokens, one opens files. Neither authorises anything else. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;
  private readonly refreshCookie: string;

  constructor(
    private readonly tokens: Tokens,
    @InjectSettings() settings: Settings,
  ) {
    this.secure = settings.publicUrl?.startsWith('https:') ?? false;
    // The prefix makes browsers refuse the cookie from a neighbouring subdomain; it needs Secure and Path=/ (RFC 6265bis).
    this.refreshCookie = this.secure ? '__Host-tertulia-refresh' : 'tertulia-refresh';
  }

  assertPossible(context: GraphQLContext): void {
    if (!context.http) throw new CookiesNeedHttp();
  }

  set(context: GraphQLContext, session: TokenBasis): void {
    this.put(context, this.refreshCookie, this.tokens.refresh(session.id, session.generation), '/', SESSION_SECONDS);
    this.put(context, FILES_COOKIE, this.tokens.files(session), '/uploads', SESSION_SECONDS);
  }

  clear(context: GraphQLContext): void {
    if (!context.http) return;
    this.put(context, this.refreshCookie, '', '/', 0);
    this.put(context, FILES_COOKIE, '', '/uploads', 0);
  }

  refreshToken(context: GraphQLContext): string | undefined {
    return parseCookie(context.http?.request.headers.cookie ?? '')[this.refreshCookie];
  }

  private put({ http }: GraphQLContext, name: string, value: string, path: string, maxAge: number): void {
    http?.response.appendHeader(
      'Set-Cookie',
      stringifySetCookie({ name, value, path, maxAge, httpOnly: true, sameSite: 'strict', secure: this.secure }),
    );
  }
}
