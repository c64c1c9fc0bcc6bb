import { computed, inject, Injectable } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import type { Notice } from '../../feed/chat-state';
import { TextRenderer } from '../../shared/text/text-renderer';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { OutboxStore } from '../outbox';
import { groupTimeline } from './group-timeline';
import { HistoryStore } from './history.store';
import { MessageViews } from './message-views';
import { ReadingStore } from './reading.store';
import { TodayStore } from './today.store';

/** The open room's conversation, as it stands on the screen. */
@Injectable({ providedIn: 'root' })
export class TimelineStore {
  private readonly history = inject(HistoryStore);
  private readonly outbox = inject(OutboxStore);
  private readonly reading = inject(ReadingStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly reads = inject(ScreenReads);
  private readonly session = inject(SessionStore);
  private readonly text = inject(TextRenderer);
  private readonly today = inject(TodayStore);

  private readonly own = this.openRoom.own;
  private readonly window = computed(() => this.own()?.timeline ?? null);
  private readonly notices = computed(() => this.own()?.notices ?? []);
  private readonly role = computed(() => this.own()?.role ?? 'MEMBER');
  private readonly views = computed(() => {
    const viewer = this.session.user();
    return viewer && new MessageViews(viewer, this.role(), this.text.renderer());
  });
  private readonly waiting = computed(() => {
    const roomId = this.openRoom.roomId();
    return this.outbox.entries().filter((entry) => entry.roomId === roomId);
  });

  readonly status = computed(() => {
    if (this.window()) return 'ready';
    return this.reads.roomStatus() === 'failed' ? 'failed' : 'loading';
  });

  /** Those that were sent, and after them those that wait to be. */
  readonly messages = computed(() => {
    const views = this.views();
    const window = this.window();
    if (!views || !window) return [];
    const said = window.messages.map((message) => views.ofMessage(message));
    const arrived = new Set(said.filter(({ mine }) => mine).map(({ nonce }) => nonce));
    const waiting = this.waiting().filter(({ nonce }) => !arrived.has(nonce));
    return [...said, ...waiting.map((entry) => views.ofEntry(entry))];
  });

  /** Nobody has said anything, nobody else has come, and the room is as it was made. */
  readonly empty = computed(() => {
    if (this.messages().length > 0 || this.history.hasOlder()) return false;
    return this.notices().every((notice) => notice.kind !== 'changed' && notice.user.id === this.session.userId());
  });

  readonly rows = computed(() =>
    groupTimeline({
      messages: this.messages(),
      notices: this.notices().filter(this.isWithin()),
      newFrom: this.reading.newFrom(),
      now: this.today.now(),
    }),
  );

  /** Of a message that is loaded. */
  keyOf(messageId: string | null): string | null {
    return messageId === null ? null : (this.messages().find(({ id }) => id === messageId)?.key ?? null);
  }

  /** What happened beyond the messages that are loaded would stand in the wrong place. */
  private readonly isWithin = computed(() => {
    const messages = this.window()?.messages ?? [];
    const from = this.history.hasOlder() ? (messages[0]?.seq ?? 0) : 0;
    const to = this.history.hasNewer() ? (messages.at(-1)?.seq ?? 0) : Infinity;
    return ({ seq }: Notice) => seq > from && seq < to;
  });
}
