import { computed, inject, Injectable } from '@angular/core';
import { done, type Outcome } from '../core/graphql/problem';
import { uptime } from '../shared/time/timer';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';
import { NO_ROOMS, type RoomPage, withNextPage } from './room-page';
import { withVisible } from './visible-rooms';

/** Whoever comes back to the page reads the list anew, but not more often than this: what has changed while it was not live is in it. */
const READ_AGAIN_AFTER = 60_000;

/** The rooms that the viewer may see: reads more of them, and reads them anew. */
@Injectable({ providedIn: 'root' })
export class VisibleRooms {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);

  private readAt = -READ_AGAIN_AFTER;

  readonly page = computed(() => this.chat.state()?.visible ?? NO_ROOMS);

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.readAgain();
    });
  }

  set(page: RoomPage): void {
    this.chat.change((state) => withVisible(state, page));
    this.readAt = uptime();
  }

  /** Goes on until there is something to see that is not among the viewer's own rooms. */
  async loadMore(): Promise<Outcome<unknown>> {
    for (;;) {
      const before = this.page();
      const { endCursor } = before;
      if (endCursor === null) return done(null);
      const outcome = await this.chat.read(
        () => this.requests.visibleRooms(endCursor),
        (state, next) => withVisible(state, withNextPage(state.visible, endCursor, next)),
      );
      if (!outcome.ok) return outcome;
      if (this.page() === before || outcome.value.rooms.some(({ id }) => !this.isOwn(id))) return outcome;
    }
  }

  private async readAgain(): Promise<void> {
    if (!this.chat.state() || uptime() - this.readAt < READ_AGAIN_AFTER) return;
    this.readAt = uptime();
    await this.chat.read(() => this.readAtLeast(this.page().rooms.length), withVisible);
  }

  /** Whoever has asked for more must not lose it. */
  private async readAtLeast(count: number): Promise<Outcome<RoomPage>> {
    let cursor: string | null = null;
    let list = NO_ROOMS;
    do {
      const outcome = await this.requests.visibleRooms(cursor);
      if (!outcome.ok) return outcome;
      list = cursor === null ? outcome.value : withNextPage(list, cursor, outcome.value);
      cursor = list.endCursor;
    } while (cursor !== null && list.rooms.length < count);
    return done(list);
  }

  private isOwn(roomId: string): boolean {
    return this.chat.state()?.rooms.has(roomId) ?? false;
  }
}
