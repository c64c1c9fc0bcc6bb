import { computed, inject, Injectable } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { withMessage, withMoreSaved, withSavedList } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import type { SavedList } from '../../feed/message-list';
import { withSaved } from '../../feed/saved-messages';
import { KeptRequests } from './data/kept-requests';

/** What the viewer saved, on whatever device. The list is read when they look at it, and follows the feed from then on. */
@Injectable({ providedIn: 'root' })
export class SavedStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(KeptRequests);

  /** Null while it has not been read. */
  readonly list = computed(() => this.chat.state()?.saved ?? null);
  readonly mustRead = computed(() => this.list() === null);
  readonly hasMore = computed(() => (this.list()?.endCursor ?? null) !== null);

  read(): Promise<Outcome<SavedList>> {
    return this.chat.read(() => this.requests.saved(null), withSavedList);
  }

  async readMore(): Promise<Outcome<SavedList> | null> {
    const after = this.list()?.endCursor ?? null;
    if (after === null) return null;
    return this.chat.read(
      () => this.requests.saved(after),
      (state, saved) => withMoreSaved(state, after, saved),
    );
  }

  /** Twice is once, on both sides: it may be asked for again. */
  async set(roomId: string, messageId: string, isSaved: boolean): Promise<Outcome<unknown>> {
    return this.chat.read(
      () => (isSaved ? this.requests.save(messageId) : this.requests.unsave(messageId)),
      (state, message) => {
        const known = message ? withMessage(state, roomId, message) : state;
        // Of what is newly saved the feed tells, with its room.
        return isSaved ? known : withSaved(known, { messageId, isSaved, saved: null });
      },
    );
  }
}
