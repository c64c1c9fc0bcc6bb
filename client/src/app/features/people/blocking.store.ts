import { computed, inject, Injectable } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { withBlocked } from '../../feed/blocked-people';
import { ChatStateStore } from '../../feed/chat-state.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { BlockingRequests } from './data/blocking-requests';

const NOBODY: ReadonlySet<string> = new Set();

/** Whom the viewer does not want to hear from. */
@Injectable({ providedIn: 'root' })
export class Blocking {
  private readonly chat = inject(ChatStateStore);
  private readonly confirm = inject(Confirm);
  private readonly requests = inject(BlockingRequests);

  /** Their ids, as far as the chat is loaded. */
  readonly ids = computed(() => this.chat.state()?.blocked ?? NOBODY);

  isBlocked(userId: string): boolean {
    return this.ids().has(userId);
  }

  /** Null where the viewer thinks better of it. */
  async block({ id, displayName }: Person): Promise<Outcome<unknown> | null> {
    const sure = await this.confirm.ask({
      heading: $localize`Block ${displayName}:name:?`,
      text: $localize`They can’t start a conversation with you. In rooms that you share their messages are folded and don’t count as unread. They aren’t told.`,
      verb: $localize`Block`,
    });
    return sure ? this.set(id, true) : null;
  }

  unblock(userId: string): Promise<Outcome<unknown>> {
    return this.set(userId, false);
  }

  /** What is unread because of it comes by the feed. */
  private set(userId: string, isBlocked: boolean): Promise<Outcome<unknown>> {
    return this.chat.read(
      () => this.requests.setBlocked(userId, isBlocked),
      (state) => withBlocked(state, userId, isBlocked),
    );
  }
}
