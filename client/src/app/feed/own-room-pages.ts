import { inject, Injectable } from '@angular/core';
import { isPassing } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';
import { SessionStore } from '../core/session/session.store';
import { withOwnRooms } from './apply-read';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';

/** The viewer's own rooms beyond those that the first screen brings. */
@Injectable({ providedIn: 'root' })
export class OwnRoomPages {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);
  private readonly session = inject(SessionStore);

  /** Reads on from a page to the last one. */
  async readAfter(page: { readonly hasNextPage: boolean; readonly endCursor: string | null }): Promise<void> {
    const userId = this.session.userId();
    let { hasNextPage, endCursor } = page;
    for (let attempt = 0; hasNextPage && endCursor !== null && this.session.userId() === userId;) {
      const after = endCursor;
      const outcome = await this.chat.read(() => this.requests.moreOwnRooms(after), withOwnRooms);
      if (outcome.ok) {
        attempt = 0;
        ({ hasNextPage, endCursor } = outcome.value.pageInfo);
        // A list that does not go on would be asked for again and again.
        if (endCursor === after) return;
      } else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, attempt++);
      else return;
    }
  }
}
