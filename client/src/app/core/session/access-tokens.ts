import { inject, Injectable } from '@angular/core';
import { pauseOf } from '#feed-core';
import type { Problem } from '../graphql/problem';
import { pauseBefore, Spacing } from '../../shared/time/repetition';
import { ServerClock } from '../../shared/time/server-clock';
import { sleep, uptime } from '../../shared/time/timer';
import { oneTabAtATime } from '../tabs/one-tab-at-a-time';
import { someTabLeads } from '../tabs/tab-browser';
import { SessionRequests } from './data/session-requests';
import { SessionTabs, type SharedSession } from './session-tabs';
import { SessionStore } from './session.store';
import type { SignedIn } from './signed-in';
import { type Token, TokenKeeper } from './token-keeper';

/** What came of a refresh: whether the server said clearly that there is a session, or none; and if not, why. */
export interface Refreshed {
  readonly isClear: boolean;
  readonly problem: Problem | null;
}

/** In milliseconds: no tab waits longer than this for another one. */
const PATIENCE = 300;

const CLEAR: Refreshed = { isClear: true, problem: null };
const NOT_NOW: Refreshed = { isClear: false, problem: null };

/** Tokens that are good for a while, for whatever asks the server: renews them in time, and one refresh at a time. */
@Injectable({ providedIn: 'root' })
export class AccessTokens {
  private readonly clock = inject(ServerClock);
  private readonly keeper = inject(TokenKeeper);
  private readonly requests = inject(SessionRequests);
  private readonly session = inject(SessionStore);
  private readonly tabs = inject(SessionTabs);

  private refreshing: Promise<Refreshed> | null = null;
  private taken: ((isTaken: boolean) => void) | undefined;
  private readonly spacing = new Spacing();
  /** By the page's uptime: until then the server wants to hear of no refresh. */
  private notBefore = 0;

  constructor() {
    this.tabs.listen((news) => {
      if (news.kind === 'who') this.share();
      else if (news.kind === 'here') this.goOnWith(news.shared);
      else if (news.kind === 'ended' && this.session.userId() !== null) void this.refresh();
    });
  }

  /** A token that is good for a while; null for a visitor, and where whoever was here last goes on without a network. */
  async current(): Promise<string | null> {
    const token = this.keeper.current;
    const isDue = token ? token.age.milliseconds >= token.renewIn : this.session.userId() !== null;
    if (isDue) await this.refresh();
    return this.keeper.current?.text ?? null;
  }

  /** Whether somebody goes on without a network, as who was here last: the server does not know of them yet. */
  async isMissing(): Promise<boolean> {
    return (await this.current()) === null && this.session.userId() !== null;
  }

  /** To be called when the server has refused this token: renews it, unless that has happened meanwhile. */
  async replace(refusedToken: string): Promise<string | null> {
    if (this.keeper.current?.text === refusedToken) await this.refresh();
    return this.keeper.current?.text ?? null;
  }

  /** Asks for a new token at once; where the session has ended, its owner is signed out by that. */
  refresh(): Promise<Refreshed> {
    return this.atOnce(() => this.tryRefresh());
  }

  /** The same for a page that has just been opened: it goes on with the session of another tab, where one is open. */
  begin(): Promise<Refreshed> {
    return this.atOnce(async () => ((await this.takeFromOtherTab()) ? CLEAR : this.tryRefresh()));
  }

  /** Resolves when nothing of the kind is under way. */
  async settled(): Promise<void> {
    await this.refreshing;
  }

  /** Goes on with the tokens that the server has given. */
  accept({ user, session }: SignedIn): void {
    if (!this.session.goesOnAs(user)) return;
    this.keeper.keep(session, (token) => void this.keepFresh(token));
  }

  private atOnce(renew: () => Promise<Refreshed>): Promise<Refreshed> {
    this.refreshing ??= renew().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async takeFromOtherTab(): Promise<boolean> {
    if (!(await someTabLeads())) return false;
    const taken = new Promise<boolean>((resolve) => {
      this.taken = resolve;
    });
    this.tabs.tell({ kind: 'who' });
    return Promise.race([taken, sleep(PATIENCE).then(() => false)]);
  }

  /** One tab after the other: what the first has done the next one need not do again. */
  private tryRefresh(): Promise<Refreshed> {
    const before = this.keeper.current;
    return oneTabAtATime('tertulia-refresh', () =>
      this.keeper.current === before ? this.refreshHere() : Promise.resolve(CLEAR),
    );
  }

  private async refreshHere(): Promise<Refreshed> {
    if (uptime() < this.notBefore) return NOT_NOW;
    await this.spacing.turn();
    const outcome = await this.requests.refresh(this.keeper.current?.refreshText ?? null);
    if (outcome.ok) {
      this.accept(outcome.value);
      this.share();
      return CLEAR;
    }
    const { problem } = outcome;
    if (problem.retryAfterSeconds !== null) this.notBefore = uptime() + pauseOf(problem.retryAfterSeconds);
    // Only the server's own word ends a session: a proxy before it may refuse anything for reasons of its own.
    if (problem.code !== 'UNAUTHENTICATED') return { isClear: false, problem };
    this.session.lose();
    return CLEAR;
  }

  /** Tells the other tabs of the session, unless it is this page's own, since the browser keeps no cookie. */
  private share(): void {
    const [token, user] = [this.keeper.current, this.session.user()];
    if (!token || !user || token.refreshText !== null) return;
    const renewIn = leftOf(token);
    const session = { accessToken: token.text, accessTokenExpiresAt: token.expiresAt, refreshToken: null };
    const serverTime = this.clock.known()?.getTime() ?? null;
    if (renewIn > 0) this.tabs.tell({ kind: 'here', shared: { user, session, renewIn, serverTime } });
  }

  private goOnWith({ renewIn, serverTime, session, user }: SharedSession): void {
    const isOwn = this.session.userId() === user.id;
    if (!isOwn && (this.session.isKnown() || this.session.userId() !== null)) return;
    if (this.keeper.current?.refreshText || !this.session.goesOnAs(user)) return;
    if (serverTime !== null) this.clock.set(serverTime);
    if (renewIn > leftOf(this.keeper.current))
      this.keeper.keep(session, (token) => void this.keepFresh(token), renewIn);
    this.taken?.(true);
  }

  /** Pictures are fetched by the browser with a cookie that is renewed together with the token. */
  private async keepFresh(token: Token): Promise<void> {
    for (let attempt = 0; this.keeper.current === token; attempt++) {
      const { isClear, problem } = await this.refresh();
      if (isClear) return;
      await pauseBefore(attempt, problem?.retryAfterSeconds);
    }
  }
}

/** In milliseconds, until it is to be renewed. */
function leftOf(token: Token | null): number {
  return token ? token.renewIn - token.age.milliseconds : 0;
}
