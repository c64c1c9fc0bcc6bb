import { computed, inject, Injectable } from '@angular/core';
import type { SavedMessage } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import {
  type ActivityReason,
  isUnread,
  mustReadActivity,
  reasonOf,
  withActivity,
  withMoreActivity,
} from '../../feed/activity';
import type { ActivityPage } from '../../feed/activity-list';
import { ChatStateStore } from '../../feed/chat-state.store';
import { roomNameIn } from '../../feed/direct-rooms';
import { Spacing } from '../../shared/time/repetition';
import { NoticesStore } from '../reports/later';
import { type ActivityRead, ActivityRequests } from './data/activity-requests';

export interface ActivityEntry {
  readonly message: SavedMessage;
  readonly reason: ActivityReason;
  readonly roomName: string;
  readonly isUnread: boolean;
}

const PAGE = 25;
/** As many as one request brings. */
const MAX_PAGE = 100;

/** What others said to the viewer. The list is read when they look at it, and follows the feed from then on. */
@Injectable({ providedIn: 'root' })
export class ActivityStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ActivityRequests);
  private readonly notices = inject(NoticesStore);

  private readonly spacing = new Spacing();

  private readonly list = computed(() => this.chat.state()?.activity ?? null);

  /** Null while it has not been read. */
  readonly entries = computed<readonly ActivityEntry[] | null>(() => {
    const state = this.chat.state();
    if (!state?.activity) return null;
    return state.activity.messages.flatMap((message) => {
      const reason = reasonOf(state, message);
      if (reason === null) return [];
      const roomName = roomNameIn(state, message.room);
      return [{ message, reason, roomName, isUnread: isUnread(state, message) }];
    });
  });
  readonly hasMore = computed(() => (this.list()?.endCursor ?? null) !== null && !this.mustRead());
  readonly mustRead = computed(() => {
    const state = this.chat.state();
    return state !== null && mustReadActivity(state);
  });

  /** False while there may be something that has not been read. */
  readonly isEmpty = computed(() => this.entries()?.length === 0 && !this.hasMore() && !this.mustRead());

  /** As much of it as was there before; once more where something happens meanwhile that asks for it. */
  async read(): Promise<Outcome<ActivityRead>> {
    let outcome: Outcome<ActivityRead>;
    do {
      await this.spacing.turn('activity');
      const shown = Math.ceil((this.entries()?.length ?? 0) / PAGE) * PAGE;
      const first = Math.min(Math.max(shown, PAGE), MAX_PAGE);
      outcome = await this.chat.read(() => this.requests.read(first, null), withActivity);
      if (outcome.ok) this.notices.add(outcome.value.notices);
    } while (outcome.ok && this.mustRead());
    return outcome;
  }

  async readMore(): Promise<Outcome<ActivityPage> | null> {
    const after = this.list()?.endCursor ?? null;
    if (after === null) return null;
    return this.chat.read(
      () => this.requests.read(PAGE, after),
      (state, page) => withMoreActivity(state, after, page),
    );
  }
}
