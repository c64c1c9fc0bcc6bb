import { computed, inject, Injectable } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { ChatStateStore } from '../../feed/chat-state.store';
import { type FollowedPage, withFollowedThreads, withMoreFollowed } from '../../feed/followed-reads';
import type { FollowedThread } from '../../feed/thread-list';
import { threadMarkOf } from '../../feed/thread-reading';
import { FollowedRequests } from './data/followed-requests';

export interface FollowedItem extends FollowedThread {
  readonly unread: number;
}

/** The threads that the viewer follows, in all rooms. The list is read when they look at it, and follows the feed from then on. */
@Injectable({ providedIn: 'root' })
export class FollowedThreadsStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FollowedRequests);

  private readonly list = computed(() => this.chat.state()?.followed ?? null);
  readonly mustRead = computed(() => this.list()?.isStale ?? true);
  readonly hasMore = computed(() => (this.list()?.endCursor ?? null) !== null);

  /** Those with something unread first. Null while they have not been read. */
  readonly threads = computed<readonly FollowedItem[] | null>(() => {
    const state = this.chat.state();
    const all =
      this.list()?.threads.map((followed) => {
        const room = state?.rooms.get(followed.room.id);
        const thread = room?.threads.get(followed.summary.id);
        const unread = (thread && threadMarkOf(thread)?.unreadCount) ?? 0;
        return { ...followed, room: room?.room ?? followed.room, unread };
      }) ?? null;
    return all && [...all.filter(({ unread }) => unread > 0), ...all.filter(({ unread }) => unread === 0)];
  });

  read(): Promise<Outcome<FollowedPage>> {
    return this.chat.read(() => this.requests.page(null), withFollowedThreads);
  }

  async readMore(): Promise<Outcome<FollowedPage> | null> {
    const after = this.list()?.endCursor ?? null;
    if (after === null) return null;
    return this.chat.read(
      () => this.requests.page(after),
      (state, page) => withMoreFollowed(state, after, page),
    );
  }
}
