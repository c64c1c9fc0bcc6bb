import { inject, Injectable, signal } from '@angular/core';
import type { Room } from '../core/graphql/model';
import { uptime } from '../shared/time/timer';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';

/** Rooms that others make are not told of: whoever comes back to the page reads them anew, but not more often than this. */
const READ_AGAIN_AFTER = 60_000;

/** Some rooms that the viewer may see, for those who look around. */
@Injectable({ providedIn: 'root' })
export class VisibleRooms {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);

  private readonly current = signal<readonly Room[]>([]);
  private readAt = -READ_AGAIN_AFTER;

  readonly rooms = this.current.asReadonly();

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.readAgain();
    });
    this.chat.events.subscribe(({ event }) => {
      if (event.__typename === 'MemberLeft' && event.user.id === this.chat.state()?.viewerId) this.put(event.room);
    });
  }

  set(rooms: readonly Room[]): void {
    this.current.set(rooms);
    this.readAt = uptime();
  }

  /** A room that the viewer has left, or been put out of, is one to join again. */
  private put(room: Room): void {
    if (room.visibility !== 'PUBLIC') return;
    this.current.update((rooms) => [room, ...rooms.filter(({ id }) => id !== room.id)]);
  }

  private async readAgain(): Promise<void> {
    const viewerId = this.chat.state()?.viewerId;
    if (viewerId === undefined || uptime() - this.readAt < READ_AGAIN_AFTER) return;
    this.readAt = uptime();
    const outcome = await this.requests.visibleRooms();
    if (outcome.ok && this.chat.state()?.viewerId === viewerId) this.set(outcome.value);
  }
}
