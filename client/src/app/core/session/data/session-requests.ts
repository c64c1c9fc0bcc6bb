import { inject, Injectable } from '@angular/core';
import {
  EnterAsGuestDocument,
  LoginDocument,
  LogoutDocument,
  RefreshSessionDocument,
  RegisterDocument,
} from '../../graphql/generated';
import { GraphQLOverHttp } from '../../graphql/http';
import { done, type Outcome } from '../../graphql/problem';
import type { Newcomer, Registered, Registration, SignedIn } from '../signed-in';

/** The requests that begin, renew and end a session. They go without asking the session for its token, which is what they are about. */
@Injectable({ providedIn: 'root' })
export class SessionRequests {
  private readonly http = inject(GraphQLOverHttp);

  async register(cookie: boolean, form: Registration): Promise<Outcome<Registered>> {
    const input = { ...form, cookie };
    return pick(await this.http.send(RegisterDocument, { input }, null), (data) => data.register);
  }

  async login(cookie: boolean, username: string, password: string): Promise<Outcome<SignedIn>> {
    const input = { username, password, cookie };
    return pick(await this.http.send(LoginDocument, { input }, null), (data) => data.login);
  }

  async enterAsGuest(cookie: boolean, nickname: string, invitationCode: string | null): Promise<Outcome<Newcomer>> {
    const input = { nickname, invitationCode, cookie };
    return pick(await this.http.send(EnterAsGuestDocument, { input }, null), (data) => data.enterAsGuest);
  }

  /** With a refresh token, or with the cookie. */
  async refresh(refreshToken: string | null): Promise<Outcome<SignedIn>> {
    const input = refreshToken === null ? null : { refreshToken };
    return pick(await this.http.send(RefreshSessionDocument, { input }, null), (data) => data.refreshSession);
  }

  async logout(accessToken: string | null): Promise<Outcome<boolean>> {
    return pick(await this.http.send(LogoutDocument, {}, accessToken), (data) => data.logout.ok);
  }
}

function pick<T, R>(outcome: Outcome<T>, take: (value: T) => R): Outcome<R> {
  return outcome.ok ? done(take(outcome.value)) : outcome;
}
