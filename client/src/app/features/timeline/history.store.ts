import { computed, inject, Injectable, signal } from '@angular/core';
import type { MessagePageFieldsFragment } from '../../core/graphql/generated';
import { isPassing, type Outcome } from '../../core/graphql/problem';
import { pauseAfter } from '../../core/graphql/try-again';
import { withNewer, withOlder } from '../../feed/apply-read';
import type { ChatState, MessageWindow } from '../../feed/chat-state';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer, lastNumber } from '../../feed/message-window';
import { MessageRequests } from './data/message-requests';

type Page = MessagePageFieldsFragment;
type Merge = (state: ChatState, roomId: string, page: Page) => ChatState;

/** Loads more of the open room's history at either end of what is there. */
@Injectable({ providedIn: 'root' })
export class HistoryStore {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(MessageRequests);
  private readonly openRoom = inject(OpenRoomStore);

  private readonly older = signal<ReadonlySet<string>>(new Set());
  private readonly newer = signal<ReadonlySet<string>>(new Set());

  private readonly shown = computed(() => this.openRoom.own()?.timeline ?? null);

  readonly hasOlder = computed(() => this.shown()?.hasOlder ?? false);
  readonly hasNewer = computed(() => {
    const window = this.shown();
    return window !== null && hasNewer(window);
  });
  readonly loadingOlder = computed(() => this.older().has(this.openRoom.roomId() ?? ''));
  readonly loadingNewer = computed(() => this.newer().has(this.openRoom.roomId() ?? ''));

  async loadOlder(): Promise<void> {
    const roomId = this.openRoom.roomId();
    if (roomId === null || !this.hasOlder() || this.older().has(roomId)) return;
    this.older.update((rooms) => new Set(rooms).add(roomId));
    await this.until(
      roomId,
      isOlderThan,
      () => {
        const before = this.window(roomId)?.messages.find(({ cursor }) => cursor !== null)?.cursor;
        return before ? this.requests.older(roomId, before) : this.requests.latest(roomId);
      },
      withOlder,
    );
    this.older.update((rooms) => without(rooms, roomId));
  }

  async loadNewer(): Promise<void> {
    const roomId = this.openRoom.roomId();
    if (roomId === null || !this.hasNewer() || this.newer().has(roomId)) return;
    this.newer.update((rooms) => new Set(rooms).add(roomId));
    await this.until(
      roomId,
      isNewerThan,
      () => {
        const after = this.window(roomId)?.messages.findLast(({ cursor }) => cursor !== null)?.cursor;
        return after ? this.requests.newer(roomId, after) : this.requests.latest(roomId);
      },
      withNewer,
    );
    this.newer.update((rooms) => without(rooms, roomId));
  }

  async jumpToLatest(): Promise<void> {
    const roomId = this.openRoom.roomId();
    if (roomId !== null) await this.read(roomId, () => this.requests.latest(roomId), withNewer);
  }

  /**
   * Messages that came by the feed have no cursor to page from, so that the nearest one may lie some pages inside
   * of what is there: goes on until something new has come.
   */
  private async until(
    roomId: string,
    isFurther: (window: MessageWindow, before: MessageWindow) => boolean,
    read: () => Promise<Outcome<Page>>,
    merge: Merge,
  ): Promise<void> {
    const before = this.window(roomId);
    if (!before) return;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const last = this.window(roomId);
      const outcome = await this.read(roomId, read, merge);
      const window = this.window(roomId);
      // A page that changes nothing would be asked for again and again.
      if (!outcome.ok || !window || window === last || isFurther(window, before)) return;
    }
  }

  /** Nothing else would ask again: whoever stands at the end of what is loaded cannot scroll any further. */
  private async read(roomId: string, read: () => Promise<Outcome<Page>>, merge: Merge): Promise<Outcome<Page>> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.chat.read(read, (state, page) => merge(state, roomId, page));
      if (outcome.ok || !isPassing(outcome.problem)) return outcome;
      await pauseAfter(outcome.problem, attempt);
      if (this.openRoom.roomId() !== roomId) return outcome;
    }
  }

  private window(roomId: string): MessageWindow | null {
    return this.chat.state()?.rooms.get(roomId)?.timeline ?? null;
  }
}

const MAX_PAGES = 16;

function without(rooms: ReadonlySet<string>, roomId: string): ReadonlySet<string> {
  return new Set([...rooms].filter((id) => id !== roomId));
}

function isOlderThan(window: MessageWindow, before: MessageWindow): boolean {
  return !window.hasOlder || (window.messages[0]?.number ?? 0) < (before.messages[0]?.number ?? 0);
}

function isNewerThan(window: MessageWindow, before: MessageWindow): boolean {
  return !hasNewer(window) || lastNumber(window) > lastNumber(before);
}
