import { inject, Injectable } from '@angular/core';
import { isPassing } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';
import { SessionStore } from '../core/session/session.store';
import { withBlockedPage } from './blocked-people';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';

/** Whom the viewer blocks, beyond those that the first screen brings. */
@Injectable({ providedIn: 'root' })
export class BlockedPages {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);
  private readonly session = inject(SessionStore);

  /** Reads on from a page to the last one; says whether it came so far. */
  async readAfter(page: { readonly hasNextPage: boolean; readonly endCursor: string | null }): Promise<boolean> {
    const userId = this.session.userId();
    let cursor = page.hasNextPage ? page.endCursor : null;
    for (let attempt = 0; cursor !== null && this.session.userId() === userId;) {
      const after: string = cursor;
      const outcome = await this.chat.read(
        () => this.requests.blockedUsers(after),
        (state, { nodes }) => withBlockedPage(state, nodes),
      );
      if (outcome.ok) {
        attempt = 0;
        const { hasNextPage, endCursor } = outcome.value.pageInfo;
        cursor = hasNextPage && endCursor !== after ? endCursor : null;
      } else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, attempt++);
      else return false;
    }
    return cursor === null;
  }
}
