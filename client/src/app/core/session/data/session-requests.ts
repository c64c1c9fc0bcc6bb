import { inject, Injectable } from '@angular/core';
import { ApolloClient, type OperationVariables, type TypedDocumentNode } from '@apollo/client/core';
import { InMemoryCache } from '@apollo/client/cache';
import { HttpLink } from '@apollo/client/link/http';
import {
  EnterAsGuestDocument,
  LoginDocument,
  LogoutDocument,
  RefreshSessionDocument,
  RegisterDocument,
} from '../../graphql/generated';
import { done, type Outcome, problem, refused, toProblem } from '../../graphql/problem';
import { ServerClock } from '../../../shared/time/server-clock';
import type { Newcomer, Registered, Registration, SignedIn } from '../signed-in';

/**
 * The requests that begin, renew and end a session. They have a client of their own: the app's client asks
 * the session for its token, and must not be asked by it.
 */
@Injectable({ providedIn: 'root' })
export class SessionRequests {
  private readonly client = new ApolloClient({
    link: new HttpLink({ uri: '/graphql', credentials: 'same-origin', fetch: inject(ServerClock).fetch }),
    cache: new InMemoryCache(),
  });

  async register(cookie: boolean, form: Registration): Promise<Outcome<Registered>> {
    const input = { ...form, cookie };
    return pick(await this.run(RegisterDocument, { input }), (data) => data.register);
  }

  async login(cookie: boolean, username: string, password: string): Promise<Outcome<SignedIn>> {
    return pick(await this.run(LoginDocument, { input: { username, password, cookie } }), (data) => data.login);
  }

  async enterAsGuest(cookie: boolean, nickname: string, invitationCode: string | null): Promise<Outcome<Newcomer>> {
    const input = { nickname, invitationCode, cookie };
    return pick(await this.run(EnterAsGuestDocument, { input }), (data) => data.enterAsGuest);
  }

  /** With a refresh token, or with the cookie. */
  async refresh(refreshToken: string | null): Promise<Outcome<SignedIn>> {
    const input = refreshToken === null ? null : { refreshToken };
    return pick(await this.run(RefreshSessionDocument, { input }), (data) => data.refreshSession);
  }

  async logout(accessToken: string | null): Promise<Outcome<boolean>> {
    const headers: Record<string, string> = accessToken === null ? {} : { authorization: `Bearer ${accessToken}` };
    return pick(await this.run(LogoutDocument, {}, headers), (data) => data.logout.ok);
  }

  private async run<T, V extends OperationVariables>(
    mutation: TypedDocumentNode<T, V>,
    variables: V,
    headers: Record<string, string> = {},
  ): Promise<Outcome<T>> {
    try {
      const context = { headers };
      const { data } = await this.client.mutate({ mutation, variables, context, fetchPolicy: 'no-cache' });
      return data === undefined ? refused(problem('INTERNAL_SERVER_ERROR', 'The server didn’t respond.')) : done(data);
    } catch (error) {
      return refused(toProblem(error));
    }
  }
}

function pick<T, R>(outcome: Outcome<T>, take: (value: T) => R): Outcome<R> {
  return outcome.ok ? done(take(outcome.value)) : outcome;
}
