import { Injectable, signal } from '@angular/core';

/** What stands beside the list of rooms where no room does. */
export type ChatPage = (typeof CHAT_PAGES)[number];

const CHAT_PAGES = ['activity', 'threads', 'saved', 'search'] as const;

export function isChatPage(name: string): name is ChatPage {
  return CHAT_PAGES.some((page) => page === name);
}

export function pageTitle(page: ChatPage): string {
  switch (page) {
    case 'activity':
      return $localize`Activity`;
    case 'threads':
      return $localize`Threads`;
    case 'saved':
      return $localize`:messages|:Saved`;
    case 'search':
      return $localize`Search`;
  }
}

@Injectable({ providedIn: 'root' })
export class ChatPages {
  private readonly current = signal<ChatPage | null>(null);

  readonly open = this.current.asReadonly();

  /** Called by the route. */
  show(page: string | null): void {
    this.current.set(page !== null && isChatPage(page) ? page : null);
  }
}
