import { Injectable } from '@angular/core';

export type TabNews = { readonly kind: 'signed-out' } | { readonly kind: 'signed-in'; readonly userId: string };

/** Tabs of one browser share one session: what one of them does to it, the others hear here. */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  private readonly channel = new BroadcastChannel('tertulia-session');

  tell(news: TabNews): void {
    this.channel.postMessage(news);
  }

  listen(hear: (news: TabNews) => void): void {
    this.channel.addEventListener('message', ({ data }: MessageEvent<TabNews>) => {
      hear(data);
    });
  }
}
