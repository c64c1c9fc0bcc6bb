import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withMessage } from '../../feed/apply-read';
import type { Notice } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer } from '../../feed/message-window';
import { TextRenderer } from '../../shared/text/text-renderer';
import { ChatScreen } from '../../feed/chat-screen.store';
import { OutboxStore } from '../outbox';
import { MessageRequests } from './data/message-requests';
import { EditDrafts } from './edit-drafts.store';
import { groupTimeline } from './group-timeline';
import { HistoryStore } from './history.store';
import { MessageViews } from './message-views';
import { ReadingStore } from './reading.store';
import { TodayStore } from './today.store';

/** The open room's conversation, as it stands on the screen. */
@Injectable({ providedIn: 'root' })
export class TimelineStore {
  private readonly chat = inject(ChatStateStore);
  private readonly drafts = inject(EditDrafts);
  private readonly history = inject(HistoryStore);
  private readonly outbox = inject(OutboxStore);
  private readonly reading = inject(ReadingStore);
  private readonly requests = inject(MessageRequests);
  private readonly screen = inject(ChatScreen);
  private readonly session = inject(SessionStore);
  private readonly text = inject(TextRenderer);
  private readonly today = inject(TodayStore);

  private readonly own = computed(() => this.chat.state()?.rooms.get(this.screen.roomId() ?? '') ?? null);
  private readonly window = computed(() => this.own()?.timeline ?? null);
  private readonly notices = computed(() => this.own()?.notices ?? []);
  private readonly role = computed(() => this.own()?.role ?? 'MEMBER');
  private readonly views = computed(() => {
    const viewer = this.session.user();
    return viewer && new MessageViews(viewer, this.role(), this.text.renderer());
  });
  private readonly waiting = computed(() => {
    const roomId = this.screen.roomId();
    return this.outbox.entries().filter((entry) => entry.roomId === roomId);
  });

  readonly status = computed(() => {
    if (this.window()) return 'ready';
    return this.screen.roomStatus() === 'failed' ? 'failed' : 'loading';
  });
  readonly hasOlder = computed(() => this.window()?.hasOlder ?? false);
  readonly hasNewer = computed(() => {
    const window = this.window();
    return window !== null && hasNewer(window);
  });
  readonly loadingOlder = this.history.loadingOlder;
  readonly loadingNewer = this.history.loadingNewer;
  readonly newCount = this.reading.newCount;

  private readonly messages = computed(() => {
    const views = this.views();
    const window = this.window();
    if (!views || !window) return [];
    const said = window.messages.map((message) => views.ofMessage(message));
    const arrived = new Set(said.filter(({ mine }) => mine).map(({ nonce }) => nonce));
    const waiting = this.waiting().filter(({ nonce }) => !arrived.has(nonce));
    return [...said, ...waiting.map((entry) => views.ofEntry(entry))];
  });

  /** Nobody has said anything, and nobody else has come. */
  readonly empty = computed(() => {
    if (this.messages().length > 0 || this.hasOlder()) return false;
    return this.notices().every(({ user }) => user.id === this.session.userId());
  });

  readonly days = computed(() =>
    groupTimeline({
      messages: this.messages(),
      notices: this.notices().filter(this.isWithin()),
      newFrom: this.reading.newFrom(),
      now: this.today.now(),
    }),
  );

  /** What happened beyond the messages that are loaded would stand in the wrong place. */
  private readonly isWithin = computed(() => {
    const messages = this.window()?.messages ?? [];
    const from = this.hasOlder() ? (messages[0]?.seq ?? 0) : 0;
    const to = this.hasNewer() ? (messages.at(-1)?.seq ?? 0) : Infinity;
    return ({ seq }: Notice) => seq > from && seq < to;
  });

  private readonly edited = linkedSignal<string | null, string | null>({
    source: this.screen.roomId,
    computation: () => null,
  });
  readonly editing = this.edited.asReadonly();

  async loadOlder(): Promise<void> {
    const roomId = this.screen.roomId();
    if (roomId !== null && this.hasOlder()) await this.history.loadOlder(roomId);
  }

  async loadNewer(): Promise<void> {
    const roomId = this.screen.roomId();
    if (roomId !== null && this.hasNewer()) await this.history.loadNewer(roomId);
  }

  async jumpToLatest(): Promise<void> {
    const roomId = this.screen.roomId();
    if (this.status() === 'failed') this.screen.retry();
    else if (roomId !== null) await this.history.jumpToLatest(roomId);
  }

  setAtEnd(atEnd: boolean): void {
    this.reading.setAtEnd(atEnd);
  }

  startEdit(messageId: string): void {
    this.edited.set(messageId);
  }

  /** False where there is nothing of the viewer's own in sight. */
  startEditLast(): boolean {
    const last = this.messages().findLast(({ canEdit }) => canEdit);
    if (!last?.id) return false;
    this.startEdit(last.id);
    return true;
  }

  cancelEdit(): void {
    this.edited.set(null);
  }

  async edit(messageId: string, body: string): Promise<Outcome<unknown>> {
    const roomId = this.screen.roomId() ?? '';
    const outcome = await this.chat.read(
      () => this.requests.edit(messageId, body),
      (state, message) => withMessage(state, roomId, message),
    );
    if (!outcome.ok) return outcome;
    this.drafts.drop(messageId);
    if (this.edited() === messageId) this.cancelEdit();
    return outcome;
  }

  async remove(messageId: string): Promise<Outcome<unknown>> {
    const roomId = this.screen.roomId() ?? '';
    const outcome = await this.chat.read(
      () => this.requests.delete(messageId),
      (state, message) => withMessage(state, roomId, message),
    );
    // Their own decision: an edit of it is no more wanted than the message.
    if (outcome.ok) this.drafts.drop(messageId);
    return outcome;
  }

  sendAgain(nonce: string): void {
    this.outbox.sendAgain(nonce);
  }

  discard(nonce: string): void {
    this.outbox.discard(nonce);
  }
}
