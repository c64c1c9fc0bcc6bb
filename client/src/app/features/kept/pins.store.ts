import { inject, Injectable } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { withMorePins, withPins } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import type { PinList } from '../../feed/message-list';
import { type ChangeResult, OutboxStore } from '../outbox';
import { KeptRequests } from './data/kept-requests';

/** What is pinned in rooms. The list of one is read when somebody looks at it, and follows the feed from then on. */
@Injectable({ providedIn: 'root' })
export class PinsStore {
  private readonly chat = inject(ChatStateStore);
  private readonly outbox = inject(OutboxStore);
  private readonly requests = inject(KeptRequests);

  /** Null while it has not been read. */
  of(roomId: string): PinList | null {
    return this.chat.state()?.rooms.get(roomId)?.pins ?? null;
  }

  read(roomId: string): Promise<Outcome<PinList>> {
    return this.chat.read(
      () => this.requests.pins(roomId, null),
      (state, pins) => withPins(state, roomId, pins),
    );
  }

  async readMore(roomId: string): Promise<Outcome<PinList> | null> {
    const after = this.of(roomId)?.endCursor ?? null;
    if (after === null) return null;
    return this.chat.read(
      () => this.requests.pins(roomId, after),
      (state, pins) => withMorePins(state, roomId, after, pins),
    );
  }

  /** Twice is once, on both sides: it may be asked for again. Without a connection it waits for one. */
  set(roomId: string, messageId: string, isPinned: boolean): Promise<Outcome<ChangeResult>> {
    return this.outbox.change({ roomId, threadRootId: null }, { kind: 'pin', messageId, isPinned });
  }
}
