import { inject, Injectable } from '@angular/core';
import { BrowserLimits } from '../browser/browser-limits.store';
import { done, type Outcome } from '../graphql/problem';
import { AccessTokens } from './access-tokens';
import { SessionRequests } from './data/session-requests';
import { SessionStore } from './session.store';
import type { Newcomer, Registered, Registration, SignedIn } from './signed-in';

/** The ways into a session, also for browsers that keep no cookies. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  private readonly limits = inject(BrowserLimits);
  private readonly requests = inject(SessionRequests);
  private readonly session = inject(SessionStore);
  private readonly tokens = inject(AccessTokens);

  async register(form: Registration): Promise<Outcome<Registered>> {
    return this.begin(
      (cookie) => this.requests.register(cookie, form),
      async ({ generatedPassword, room }) => {
        const outcome = await this.requests.login(false, form.username, form.password ?? generatedPassword ?? '');
        return outcome.ok ? done({ ...outcome.value, generatedPassword, room: room ?? null }) : outcome;
      },
    );
  }

  async login(username: string, password: string): Promise<Outcome<SignedIn>> {
    return this.begin((cookie) => this.requests.login(cookie, username, password));
  }

  async enterAsGuest(nickname: string, invitationCode: string | null): Promise<Outcome<Newcomer>> {
    return this.begin((cookie) => this.requests.enterAsGuest(cookie, nickname, invitationCode));
  }

  private async begin<T extends SignedIn>(
    enter: (cookie: boolean) => Promise<Outcome<T>>,
    withoutCookie: (entered: T) => Promise<Outcome<T>> = () => enter(false),
  ): Promise<Outcome<T>> {
    const first = await enter(this.limits.keepsCookies());
    const outcome =
      first.ok && !(await this.isKept(first.value)) ? await this.again(first.value, withoutCookie) : first;
    if (outcome.ok) {
      this.tokens.accept(outcome.value);
      this.session.begin(outcome.value.user);
    }
    return outcome;
  }

  /** Whether the browser has kept the session's cookie, which no script can look at: the server is asked. */
  private async isKept({ session }: SignedIn): Promise<boolean> {
    if (session.refreshToken !== null) return true;
    const outcome = await this.requests.refresh(null);
    return outcome.ok || outcome.problem.code !== 'UNAUTHENTICATED';
  }

  /** A session that nothing keeps would be over in some minutes: this page then keeps one itself, as long as it is open. */
  private async again<T extends SignedIn>(
    entered: T,
    withoutCookie: (entered: T) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    this.limits.lack('cookies');
    await this.requests.logout(entered.session.accessToken);
    return withoutCookie(entered);
  }
}
