import { Injectable, signal } from '@angular/core';

/** What stands beside the list of rooms where no room does. */
export type ChatPage = 'activity' | 'saved' | 'search' | 'threads';

/** Each with the name that it has for people. */
export const CHAT_PAGES: Readonly<Record<ChatPage, string>> = {
  activity: 'Activity',
  threads: 'Threads',
  saved: 'Saved',
  search: 'Search',
};

export function isChatPage(name: string): name is ChatPage {
  return Object.hasOwn(CHAT_PAGES, name);
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
