import { inject, Injectable } from '@angular/core';
import { Age } from '../../shared/time/age';
import { ServerClock } from '../../shared/time/server-clock';
import { after } from '../../shared/time/timer';
import type { SignedIn } from './signed-in';
import { lifeOf, renewIn } from './token-age';

export interface Token {
  readonly text: string;
  /** As the server gave it. */
  readonly expiresAt: string;
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

  /** Until it is to be renewed; a tab that got it from another one knows that from there. */
  keep(session: SignedIn['session'], renew: (token: Token) => void, dueIn = this.dueIn(session)): void {
    const { accessToken, accessTokenExpiresAt, refreshToken } = session;
    const token = {
      ...{ text: accessToken, expiresAt: accessTokenExpiresAt, refreshText: refreshToken },
      ...{ age: new Age(), renewIn: dueIn },
    };
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

  private dueIn({ accessToken, accessTokenExpiresAt }: SignedIn['session']): number {
    return renewIn(lifeOf(accessToken, accessTokenExpiresAt, this.clock.known()));
  }
}
