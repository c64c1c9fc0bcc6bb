import { computed, inject, Injectable, signal } from '@angular/core';
import type { Person } from '../graphql/model';
import { done, OFFLINE, type Outcome, type Problem } from '../graphql/problem';
import { Age } from '../../shared/time/age';
import { pauseBefore, pauseOf, Spacing } from '../../shared/time/repetition';
import { ServerClock } from '../../shared/time/server-clock';
import { after, uptime } from '../../shared/time/timer';
import { BrowserLimits } from '../browser/browser-limits.store';
import { SessionRequests } from './data/session-requests';
import { PrivateStorage } from './private-storage';
import { SessionTabs } from './session-tabs';
import { type SessionEnd } from './session-end';
import type { Registered, Registration, SignedIn } from './signed-in';
import { startOver } from './start-over';
import { lifeOf, renewIn } from './token-age';

interface Token {
  readonly text: string;
  /** Kept here only where the browser keeps no cookie. */
  readonly refreshText: string | null;
  readonly age: Age;
  /** How old it may become, in milliseconds. */
  readonly renewIn: number;
}

/** What came of a refresh: whether the server said clearly that there is a session, or none; and if not, why. */
interface Refreshed {
  readonly isClear: boolean;
  readonly problem: Problem | null;
}

const CLEAR: Refreshed = { isClear: true, problem: null };
const NOT_NOW: Refreshed = { isClear: false, problem: null };

/** Who is signed in. The access token lives here, in memory only; the refresh token is a cookie that no script can read. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly clock = inject(ServerClock);
  private readonly limits = inject(BrowserLimits);
  private readonly requests = inject(SessionRequests);
  private readonly tabs = inject(SessionTabs);
  private readonly storage = inject(PrivateStorage);

  private readonly person = signal<Person | null>(null, { equal: isSamePerson });
  private readonly restored = signal(false);
  private readonly ended = signal<SessionEnd | null>(null);
  private readonly answered = Promise.withResolvers<undefined>();
  private restoring: Promise<boolean> | null = null;
  private token: Token | null = null;
  private refreshing: Promise<Refreshed> | null = null;
  private readonly spacing = new Spacing();
  /** By the page's uptime: until then the server wants to hear of no refresh. */
  private notBefore = 0;
  private cancelRenewal: (() => void) | undefined;

  readonly user = this.person.asReadonly();
  /** How the session of this page ended, where its owner did not simply sign out. */
  readonly end = this.ended.asReadonly();
  readonly userId = computed(() => this.person()?.id ?? null);
  readonly status = computed(() => {
    if (this.person()) return 'signed-in';
    return this.restored() ? 'signed-out' : 'restoring';
  });

  constructor() {
    this.tabs.listen((news) => {
      if (news.kind === 'signed-out') void this.leave();
      else if (news.userId !== this.person()?.id) startOver();
    });
  }

  async register(form: Registration): Promise<Outcome<Registered>> {
    return this.begin(
      (cookie) => this.requests.register(cookie, form),
      async ({ generatedPassword }) => {
        const outcome = await this.requests.login(false, form.username, form.password ?? generatedPassword ?? '');
        return outcome.ok ? done({ ...outcome.value, generatedPassword }) : outcome;
      },
    );
  }

  async login(username: string, password: string): Promise<Outcome<SignedIn>> {
    return this.begin((cookie) => this.requests.login(cookie, username, password));
  }

  async enterAsGuest(nickname: string): Promise<Outcome<SignedIn>> {
    return this.begin((cookie) => this.requests.enterAsGuest(cookie, nickname));
  }

  /** Ends the session for every tab, and says whose it was. Where the server cannot be told, it goes on, and the answer says so. */
  async logout(): Promise<Outcome<Person | null>> {
    await this.refreshing;
    const person = this.person();
    const outcome = await this.requests.logout(this.token?.text ?? null);
    if (!outcome.ok) return outcome;
    this.tabs.tell({ kind: 'signed-out' });
    await this.leave();
    return done(person);
  }

  /** To be called when the server has given the session other tokens without being asked to refresh it. */
  goOnWith(signedIn: SignedIn): void {
    this.accept(signedIn);
  }

  /** To be called when the server has ended all sessions of whoever is signed in, as they asked. */
  endEverywhere(): void {
    void this.leave();
    this.ended.set('everywhere');
    this.tabs.tell({ kind: 'signed-out' });
  }

  /** Finds out whether this browser has a session, and says so. Keeps asking while the server gives no clear answer. */
  restore(): Promise<boolean> {
    return (this.restoring ??= this.keepRestoring());
  }

  /**
   * Resolves as soon as the server has answered at all. Where it would not say just now whether there is a session (too much was asked
   * from this address, perhaps by somebody else), nobody is kept from signing in.
   */
  async reached(): Promise<void> {
    void this.restore();
    await this.answered.promise;
  }

  private async keepRestoring(): Promise<boolean> {
    for (let attempt = 0; !this.restored(); attempt++) {
      const { isClear, problem } = await this.refresh();
      if (problem?.code !== OFFLINE) this.answered.resolve(undefined);
      if (this.restored()) return false;
      if (isClear) this.restored.set(true);
      else await pauseBefore(attempt, problem?.retryAfterSeconds);
      if (isClear) return this.person() !== null;
    }
    return false;
  }

  /** A token that is good for a while; null for a visitor. */
  async accessToken(): Promise<string | null> {
    const { token } = this;
    if (token && token.age.milliseconds >= token.renewIn) await this.refresh();
    return this.token?.text ?? null;
  }

  /** To be called when the server has refused this token: renews it, unless that has happened meanwhile. */
  async replaceToken(refusedToken: string): Promise<string | null> {
    if (this.token?.text === refusedToken) await this.refresh();
    return this.token?.text ?? null;
  }

  /** Asks for a new token at once; where the session has ended, its owner is signed out by that. */
  async renew(): Promise<void> {
    await this.refresh();
  }

  private refresh(): Promise<Refreshed> {
    this.refreshing ??= this.tryRefresh().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async tryRefresh(): Promise<Refreshed> {
    if (uptime() < this.notBefore) return NOT_NOW;
    await this.spacing.turn();
    const outcome = await this.requests.refresh(this.token?.refreshText ?? null);
    if (outcome.ok) {
      this.accept(outcome.value);
      return CLEAR;
    }
    const { problem } = outcome;
    if (problem.retryAfterSeconds !== null) this.notBefore = uptime() + pauseOf(problem.retryAfterSeconds);
    // Only the server's own word ends a session: a proxy before it may refuse anything for reasons of its own.
    if (problem.code !== 'UNAUTHENTICATED') return { isClear: false, problem };
    this.lose();
    return CLEAR;
  }

  /** Pictures are fetched by the browser with a cookie that is renewed together with the token. */
  private async keepFresh(token: Token): Promise<void> {
    for (let attempt = 0; this.token === token; attempt++) {
      const { isClear, problem } = await this.refresh();
      if (isClear) return;
      await pauseBefore(attempt, problem?.retryAfterSeconds);
    }
  }

  private async begin<T extends SignedIn>(
    enter: (cookie: boolean) => Promise<Outcome<T>>,
    withoutCookie: (entered: T) => Promise<Outcome<T>> = () => enter(false),
  ): Promise<Outcome<T>> {
    const first = await enter(this.limits.keepsCookies());
    const outcome =
      first.ok && !(await this.isKept(first.value)) ? await this.again(first.value, withoutCookie) : first;
    if (outcome.ok) {
      this.accept(outcome.value);
      this.restored.set(true);
      this.ended.set(null);
      this.tabs.tell({ kind: 'signed-in', userId: outcome.value.user.id });
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

  private accept({ user, session }: SignedIn): void {
    const before = this.person();
    // Another tab may have signed in as somebody else: nothing of the first person may stay on this page.
    if (before && before.id !== user.id) {
      startOver();
      return;
    }
    const life = lifeOf(session.accessToken, session.accessTokenExpiresAt, this.clock.known());
    const token = {
      text: session.accessToken,
      refreshText: session.refreshToken,
      age: new Age(),
      renewIn: renewIn(life),
    };
    this.token = token;
    this.person.set(user);
    this.cancelRenewal?.();
    this.cancelRenewal = after(token.renewIn, () => void this.keepFresh(token));
  }

  /** Whoever signs out leaves nothing behind for the next one at this browser. */
  private leave(): Promise<void> {
    this.forget();
    return this.storage.clear();
  }

  /** The server knows the session no more. Whoever has a password comes back, to what they were writing. */
  private lose(): void {
    const person = this.person();
    this.forget();
    if (!person) return;
    if (person.kind === 'GUEST') void this.storage.clear();
    this.ended.set(person.kind === 'GUEST' ? 'visit-over' : 'elsewhere');
  }

  private forget(): void {
    this.cancelRenewal?.();
    this.token = null;
    this.person.set(null);
  }
}

function isSamePerson(a: Person | null, b: Person | null): boolean {
  return a?.id === b?.id && a?.displayName === b?.displayName && a?.kind === b?.kind;
}
