import { computed, effect, inject, Injectable } from '@angular/core';
import { isPassing } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';
import { SessionStore } from '../core/session/session.store';
import { after } from '../shared/time/timer';
import { withOwnRooms } from './apply-read';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';

/** Whoever is brought into one room is often brought into others, and a room that one comes into oneself is read as it is opened. */
const JOINED_TOGETHER = 1_000;

/** The viewer's own rooms beyond those that the first screen brings: further pages, and what is not known of rooms that came since. */
@Injectable({ providedIn: 'root' })
export class OwnRoomPages {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);
  private readonly session = inject(SessionStore);

  /** Rooms that the feed brought, of which only a read tells what they are to the viewer. */
  private readonly incomplete = computed(() => {
    const rooms = this.chat.state()?.rooms ?? new Map<string, never>();
    return [...rooms].flatMap(([id, { viewerState }]) => (viewerState ? [] : [id])).join(' ');
  });

  constructor() {
    effect((onCleanup) => {
      if (this.incomplete() === '') return;
      onCleanup(
        after(JOINED_TOGETHER, () => {
          void this.read(null, () => this.incomplete() !== '');
        }),
      );
    });
  }

  /** Reads on from a page to the last one; says whether it came so far. */
  async readAfter({
    hasNextPage,
    endCursor,
  }: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  }): Promise<boolean> {
    return !hasNextPage || endCursor === null || this.read(endCursor);
  }

  private async read(from: string | null, isWanted = () => true): Promise<boolean> {
    const userId = this.session.userId();
    let cursor = from;
    for (let attempt = 0; isWanted() && this.session.userId() === userId;) {
      const before = cursor;
      const outcome = await this.chat.read(() => this.requests.ownRooms(before), withOwnRooms);
      if (outcome.ok) {
        attempt = 0;
        const { hasNextPage, endCursor } = outcome.value.pageInfo;
        // A list that does not go on would be asked for again and again.
        if (!hasNextPage || endCursor === before || endCursor === null) return true;
        cursor = endCursor;
      } else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, attempt++);
      else return false;
    }
    return false;
  }
}
