import { computed, inject, Injectable, signal } from '@angular/core';
import type { Person } from '../graphql/model';
import { done, type Outcome } from '../graphql/problem';
import { backoff, sleep } from '../time/backoff';
import { type Registered, SessionRequests, type SignedIn } from './data/session-requests';
import { PrivateStorage } from './private-storage';
import { SessionTabs } from './session-tabs';
import { type SessionEnd } from './session-end';
import { startOver } from './start-over';
import { isStale, refreshTime } from './token-age';

interface Token {
  readonly text: string;
  readonly refreshAt: number;
}

/** Who is signed in. The access token lives here, in memory only; the refresh token is a cookie that no script can read. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly requests = inject(SessionRequests);
  private readonly tabs = inject(SessionTabs);
  private readonly storage = inject(PrivateStorage);

  private readonly person = signal<Person | null>(null, { equal: isSamePerson });
  private readonly restored = signal(false);
  private readonly ended = signal<SessionEnd | null>(null);
  private restoring: Promise<void> | null = null;
  private token: Token | null = null;
  private refreshing: Promise<boolean> | null = null;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;

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

  async register(username: string, password: string | null, displayName: string | null): Promise<Outcome<Registered>> {
    return this.begin(await this.requests.register(username, password, displayName));
  }

  async login(username: string, password: string): Promise<Outcome<SignedIn>> {
    return this.begin(await this.requests.login(username, password));
  }

  async enterAsGuest(nickname: string): Promise<Outcome<SignedIn>> {
    return this.begin(await this.requests.enterAsGuest(nickname));
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

  /** Finds out whether this browser has a session. Keeps asking while the server cannot be reached. */
  restore(): Promise<void> {
    return (this.restoring ??= this.keepRestoring());
  }

  private async keepRestoring(): Promise<void> {
    for (let attempt = 0; !this.restored(); attempt++) {
      if (await this.refresh()) this.restored.set(true);
      else await sleep(backoff(attempt));
    }
  }

  /** A token that is good for a while; null for a visitor. */
  async accessToken(): Promise<string | null> {
    if (this.token && isStale(this.token.refreshAt, Date.now())) await this.refresh();
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

  private refresh(): Promise<boolean> {
    this.refreshing ??= this.tryRefresh().then((answered) => {
      this.refreshing = null;
      return answered;
    });
    return this.refreshing;
  }

  /** False where the server gave no clear answer. */
  private async tryRefresh(): Promise<boolean> {
    const outcome = await this.requests.refresh();
    if (outcome.ok) {
      this.accept(outcome.value);
      return true;
    }
    // Only the server's own word ends a session: a proxy before it may refuse anything for reasons of its own.
    if (outcome.problem.code !== 'UNAUTHENTICATED') return false;
    this.lose();
    return true;
  }

  private begin<T extends SignedIn>(outcome: Outcome<T>): Outcome<T> {
    if (outcome.ok) {
      this.accept(outcome.value);
      this.restored.set(true);
      this.ended.set(null);
      this.tabs.tell({ kind: 'signed-in', userId: outcome.value.user.id });
    }
    return outcome;
  }

  private accept({ user, session }: SignedIn): void {
    const before = this.person();
    // Another tab may have signed in as somebody else: nothing of the first person may stay on this page.
    if (before && before.id !== user.id) {
      startOver();
      return;
    }
    const refreshAt = refreshTime(session.accessTokenExpiresAt, Date.now());
    this.token = { text: session.accessToken, refreshAt };
    this.person.set(user);
    clearTimeout(this.refreshTimer);
    // Pictures are fetched by the browser with a cookie that is renewed together with the token.
    this.refreshTimer = setTimeout(() => void this.refresh(), refreshAt - Date.now());
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
    clearTimeout(this.refreshTimer);
    this.token = null;
    this.person.set(null);
  }
}

function isSamePerson(a: Person | null, b: Person | null): boolean {
  return a?.id === b?.id && a?.displayName === b?.displayName && a?.kind === b?.kind;
}
