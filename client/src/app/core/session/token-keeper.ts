import { inject, Injectable } from '@angular/core';
import { Age } from '../../shared/time/age';
import { ServerClock } from '../../shared/time/server-clock';
import { after } from '../../shared/time/timer';
import type { SignedIn } from './signed-in';
import { lifeOf, renewIn } from './token-age';

export interface Token {
  readonly text: string;
  /** Kept here only where the browser keeps no cookie. */
  readonly refreshText: string | null;
  readonly age: Age;
  /** How old it may become, in milliseconds. */
  readonly renewIn: number;
}

/** The access token of this page, in memory only, until it is due to be renewed. The refresh token is a cookie that no script can read. */
@Injectable({ providedIn: 'root' })
export class TokenKeeper {
  private readonly clock = inject(ServerClock);

  private token: Token | null = null;
  private cancelRenewal: (() => void) | undefined;

  get current(): Token | null {
    return this.token;
  }

  keep({ accessToken, accessTokenExpiresAt, refreshToken }: SignedIn['session'], renew: (token: Token) => void): void {
    const life = lifeOf(accessToken, accessTokenExpiresAt, this.clock.known());
    const token = { text: accessToken, refreshText: refreshToken, age: new Age(), renewIn: renewIn(life) };
    this.drop();
    this.token = token;
    this.cancelRenewal = after(token.renewIn, () => {
      renew(token);
    });
  }

  drop(): void {
    this.cancelRenewal?.();
    this.token = null;
  }
}
