import { inject, Injectable, signal } from '@angular/core';
import type { Room } from '../core/graphql/model';
import { done, type Outcome } from '../core/graphql/problem';
import { uptime } from '../shared/time/timer';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';
import { NO_ROOMS, type RoomPage, withNextPage, withoutRoom, withRoom } from './room-page';

/** Whoever comes back to the page reads the list anew, but not more often than this: what has changed while it was not live is in it. */
const READ_AGAIN_AFTER = 60_000;

/** The rooms that the viewer may see, by name, as far as they have asked for them. */
@Injectable({ providedIn: 'root' })
export class VisibleRooms {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);

  private readonly current = signal(NO_ROOMS);
  private readAt = -READ_AGAIN_AFTER;

  readonly page = this.current.asReadonly();

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.readAgain();
    });
    this.chat.events.subscribe(({ event }) => {
      if (event.__typename === 'MemberLeft' && event.user.id === this.chat.state()?.viewerId) this.put(event.room);
      if (event.__typename === 'PublicRoomAdded' && event.listed) this.put(event.listed);
      if (event.__typename === 'PublicRoomRemoved') this.drop(event.roomId);
    });
  }

  set(page: RoomPage): void {
    this.current.set(page);
    this.readAt = uptime();
  }

  /** Goes on until there is something to see that is not among the viewer's own rooms. */
  async loadMore(): Promise<Outcome<unknown>> {
    for (;;) {
      const before = this.current();
      const { endCursor } = before;
      if (endCursor === null) return done(null);
      const outcome = await this.requests.visibleRooms(endCursor);
      if (!outcome.ok) return outcome;
      this.current.update((page) => withNextPage(page, endCursor, outcome.value));
      if (this.current() === before || outcome.value.rooms.some(({ id }) => !this.isOwn(id))) return outcome;
    }
  }

  /** A room that was made, or that the viewer has left or been removed from, is one to join, unless nobody is in it any more. */
  private put(room: Room): void {
    if (room.visibility !== 'PUBLIC') return;
    this.current.update((page) => (room.memberCount > 0 ? withRoom(page, room) : withoutRoom(page, room.id)));
  }

  private drop(roomId: string): void {
    this.current.update((page) => withoutRoom(page, roomId));
  }

  private async readAgain(): Promise<void> {
    const viewerId = this.chat.state()?.viewerId;
    if (viewerId === undefined || uptime() - this.readAt < READ_AGAIN_AFTER) return;
    this.readAt = uptime();
    const page = await this.readAtLeast(this.current().rooms.length);
    if (page && this.chat.state()?.viewerId === viewerId) this.set(page);
  }

  /** Whoever has asked for more must not lose it. */
  private async readAtLeast(count: number): Promise<RoomPage | null> {
    let cursor: string | null = null;
    let list = NO_ROOMS;
    do {
      const outcome = await this.requests.visibleRooms(cursor);
      if (!outcome.ok) return null;
      list = cursor === null ? outcome.value : withNextPage(list, cursor, outcome.value);
      cursor = list.endCursor;
    } while (cursor !== null && list.rooms.length < count);
    return list;
  }

  private isOwn(roomId: string): boolean {
    return this.chat.state()?.rooms.has(roomId) ?? false;
  }
}
