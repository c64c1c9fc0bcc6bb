import { inject, Injectable } from '@angular/core';
import { BrowserLimits } from '../browser/browser-limits.store';

export type TabNews =
  /** With or without what they have not sent staying in this browser. */
  { readonly kind: 'signed-out'; readonly keeps: boolean } | { readonly kind: 'signed-in'; readonly userId: string };

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
