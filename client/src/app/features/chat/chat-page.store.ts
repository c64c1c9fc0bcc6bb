import { Injectable, signal } from '@angular/core';

/** What stands beside the list of rooms where no room does. */
export type ChatPage = 'saved';

export const CHAT_PAGES: readonly string[] = ['saved'] satisfies ChatPage[];

@Injectable({ providedIn: 'root' })
export class ChatPages {
  private readonly current = signal<ChatPage | null>(null);

  readonly open = this.current.asReadonly();

  /** Called by the route. */
  show(page: string | null): void {
    this.current.set(page === 'saved' ? page : null);
  }
}
