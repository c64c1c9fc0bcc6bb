import { Injectable } from '@nestjs/common';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { GraphQLContext } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';

interface Kept {
  readonly name: string;
  readonly value: string;
  readonly seconds: number;
}

/** Cookies as this server keeps them: no script reads them, no other site sends them, and over HTTPS nothing else carries them. */
@Injectable()
export class CookieJar {
  private readonly secure: boolean;

  constructor(@InjectSettings() settings: Settings) {
    this.secure = settings.publicUrl?.startsWith('https:') ?? false;
  }

  /** One for the whole site. The prefix makes browsers refuse it from a neighbouring subdomain; it needs Secure and Path=/ (RFC 6265bis). */
  put(context: GraphQLContext, { name, value, seconds }: Kept): void {
    this.append(context, this.nameOf(name), value, '/', seconds);
  }

  read({ http }: GraphQLContext, name: string): string | undefined {
    return parseCookie(http?.request.headers.cookie ?? '')[this.nameOf(name)];
  }

  /** One for a single path; its name is the same everywhere, so that whoever serves that path finds it. */
  putFor(context: GraphQLContext, path: string, { name, value, seconds }: Kept): void {
    this.append(context, name, value, path, seconds);
  }

  private nameOf(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private append({ http }: GraphQLContext, name: string, value: string, path: string, maxAge: number): void {
    http?.response.appendHeader(
      'Set-Cookie',
      stringifySetCookie({ name, value, path, maxAge, httpOnly: true, sameSite: 'strict', secure: this.secure }),
    );
  }
}
