import { computed, inject, Injectable } from '@angular/core';
import type { NotifyLevel } from '../../core/graphql/model';
import type { RoomState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { readMarkOf } from '../../feed/read-state';
import { threadMentionsOf, unreadThreadsOf } from '../../feed/thread-reading';
import { MuteClock } from './mute-clock';

/** What a room is to the viewer, as lists and menus show it. */
export interface RoomReadingState {
  readonly unread: number;
  /** Of these, and of what is unread in threads, what mentions the viewer. */
  readonly mentions: number;
  /** Threads that the viewer follows with something unread; what is unread in them is not among the rest. */
  readonly threads: number;
  readonly isMuted: boolean;
  readonly isFavourite: boolean;
  readonly notify: NotifyLevel;
}

/** What is unread, in all rooms of the viewer and by room. */
@Injectable({ providedIn: 'root' })
export class UnreadStore {
  private readonly chat = inject(ChatStateStore);
  private readonly muting = inject(MuteClock);

  private readonly rooms = computed(() => {
    const rooms = this.chat.state()?.rooms ?? new Map<string, RoomState>();
    return new Map([...rooms].map(([id, room]) => [id, this.stateOf(room)]));
  });

  /** Messages, and threads with something unread, of all rooms that are not muted. */
  readonly total = computed(() =>
    [...this.rooms().values()].reduce((sum, { isMuted, threads, unread }) => sum + (isMuted ? 0 : unread + threads), 0),
  );

  /** What mentions the viewer, in all rooms that are not muted. */
  readonly mentions = computed(() =>
    [...this.rooms().values()].reduce((sum, { isMuted, mentions }) => sum + (isMuted ? 0 : mentions), 0),
  );

  /** Threads with something unread, of all rooms that are not muted. */
  readonly threads = computed(() =>
    [...this.rooms().values()].reduce((sum, { isMuted, threads }) => sum + (isMuted ? 0 : threads), 0),
  );

  of(roomId: string): RoomReadingState {
    return this.rooms().get(roomId) ?? NOTHING_KNOWN;
  }

  private stateOf(room: RoomState): RoomReadingState {
    const { viewerState } = room;
    // What was taken out of the list calls for nothing until something new is said there.
    if (!viewerState || viewerState.isClosed) return NOTHING_KNOWN;
    const { isFavourite, notify } = viewerState;
    const mark = readMarkOf(room);
    const unread = mark?.unreadCount ?? 0;
    const mentions = (mark?.unreadMentionCount ?? 0) + threadMentionsOf(room);
    const threads = unreadThreadsOf(room);
    return { unread, mentions, threads, isMuted: this.muting.isMuted(viewerState), isFavourite, notify };
  }
}

const NOTHING_KNOWN: RoomReadingState = {
  unread: 0,
  mentions: 0,
  threads: 0,
  isMuted: false,
  isFavourite: false,
  notify: 'MENTIONS',
};
