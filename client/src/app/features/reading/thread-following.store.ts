import { inject, Injectable } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { ChatStateStore } from '../../feed/chat-state.store';
import { withThreadReading } from '../../feed/thread-reading';
import { ReadingRequests } from './data/reading-requests';

/** Which threads the viewer wants to hear of, on all their devices. */
@Injectable({ providedIn: 'root' })
export class ThreadFollowing {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ReadingRequests);

  /** Twice is once, on both sides: it may be asked for again. */
  set(threadId: string, follows: boolean): Promise<Outcome<unknown>> {
    return this.chat.read(() => this.requests.followThread(threadId, follows), withThreadReading);
  }
}
