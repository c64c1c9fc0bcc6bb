import { inject, Injectable, signal } from '@angular/core';
import type { MessagePageFieldsFragment } from '../../core/graphql/generated';
import type { Outcome } from '../../core/graphql/problem';
import { withNewer, withOlder } from '../../feed/apply-read';
import type { ChatState, MessageWindow } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer, lastNumber } from '../../feed/message-window';
import { MessageRequests } from './data/message-requests';

type Page = MessagePageFieldsFragment;
type Merge = (state: ChatState, roomId: string, page: Page) => ChatState;

/** Loads more of a room's history at either end of what is there. */
@Injectable({ providedIn: 'root' })
export class HistoryStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(MessageRequests);

  private readonly older = signal(false);
  private readonly newer = signal(false);

  readonly loadingOlder = this.older.asReadonly();
  readonly loadingNewer = this.newer.asReadonly();

  async loadOlder(roomId: string): Promise<void> {
    if (this.older()) return;
    this.older.set(true);
    await this.until(
      roomId,
      isOlderThan,
      () => {
        const before = this.window(roomId)?.messages.find(({ cursor }) => cursor !== null)?.cursor;
        return before ? this.requests.older(roomId, before) : this.requests.latest(roomId);
      },
      withOlder,
    );
    this.older.set(false);
  }

  async loadNewer(roomId: string): Promise<void> {
    if (this.newer()) return;
    this.newer.set(true);
    await this.until(
      roomId,
      isNewerThan,
      () => {
        const after = this.window(roomId)?.messages.findLast(({ cursor }) => cursor !== null)?.cursor;
        return after ? this.requests.newer(roomId, after) : this.requests.latest(roomId);
      },
      withNewer,
    );
    this.newer.set(false);
  }

  async jumpToLatest(roomId: string): Promise<void> {
    await this.chat.read(
      () => this.requests.latest(roomId),
      (state, page) => withNewer(state, roomId, page),
    );
  }

  /**
   * Messages that came by the feed have no cursor to page from, so that the nearest one may lie some pages inside
   * of what is there: goes on until something new has come.
   */
  private async until(
    roomId: string,
    isFurther: (window: MessageWindow, before: MessageWindow) => boolean,
    read: () => Promise<Outcome<Page>>,
    merge: Merge,
  ): Promise<void> {
    const before = this.window(roomId);
    if (!before) return;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const outcome = await this.chat.read(read, (state, page) => merge(state, roomId, page));
      const window = this.window(roomId);
      if (!outcome.ok || !window || isFurther(window, before)) return;
    }
  }

  private window(roomId: string): MessageWindow | null {
    return this.chat.state()?.rooms.get(roomId)?.timeline ?? null;
  }
}

const MOST_PAGES = 16;

function isOlderThan(window: MessageWindow, before: MessageWindow): boolean {
  return !window.hasOlder || (window.messages[0]?.number ?? 0) < (before.messages[0]?.number ?? 0);
}

function isNewerThan(window: MessageWindow, before: MessageWindow): boolean {
  return !hasNewer(window) || lastNumber(window) > lastNumber(before);
}
