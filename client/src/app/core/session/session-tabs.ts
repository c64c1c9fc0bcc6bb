import { inject, Injectable } from '@angular/core';
import { BrowserLimits } from '../browser/browser-limits.store';
import type { SignedIn } from './signed-in';

export type TabNews =
  /** With or without what they have not sent staying in this browser. */
  | { readonly kind: 'signed-out'; readonly keeps: boolean }
  | { readonly kind: 'signed-in'; readonly userId: string }
  /** A tab has just been opened: is anybody signed in? */
  | { readonly kind: 'who' }
  | { readonly kind: 'here'; readonly shared: SharedSession }
  /** The server has told a tab that the session is over. */
  | { readonly kind: 'ended' };

/** What a tab needs to go on with the session of another one. Both keep it in memory alone. */
export interface SharedSession extends SignedIn {
  /** In milliseconds: then the token is to be renewed. */
  readonly renewIn: number;
  /** What time it is at the server, where that is known. */
  readonly serverTime: number | null;
}

/** Tabs of one browser share one session: what one of them does to it, the others hear here. */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  private readonly limits = inject(BrowserLimits);
  private readonly channel = this.attempt(() => new BroadcastChannel('tertulia-session'));

  tell(news: TabNews): void {
    this.attempt(() => this.channel?.postMessage(news));
  }

  listen(hear: (news: TabNews) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<TabNews>) => {
      hear(data);
    });
  }

  /** Missing in some browsers, forbidden in others. */
  private attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      this.limits.lack('tabs');
      return undefined;
    }
  }
}
