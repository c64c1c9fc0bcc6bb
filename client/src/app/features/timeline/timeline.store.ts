import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import { ConnectionStore } from '../../feed/connection.store';
import type { Notice } from '../../feed/chat-state';
import { TextRenderer } from '../../shared/text/text-renderer';
import { Blocking } from '../people';
import { Conversation } from './conversation';
import { groupTimeline, NEW_ROW } from './group-timeline';
import { GrowingTexts } from './growing-texts.store';
import { HistoryStore } from './history.store';
import { MessageViews } from './message-views';
import type { Anchor } from './scroll/scroll-anchor';
import type { TimelineMessage } from './timeline.types';
import { type ReadingPlace, ReadingPlaces } from './reading-places.store';
import { ReadingStore } from './reading.store';
import { TodayStore } from './today.store';
import { formatMessage } from '../../shared/language/format-message';

/** Below the heading of the day, which stays at the upper edge. */
const BELOW_EDGE = 56;

/** A conversation, as it stands on the screen. One for each timeline. */
@Injectable()
export class TimelineStore {
  private readonly connection = inject(ConnectionStore);
  private readonly conversation = inject(Conversation);
  private readonly blocking = inject(Blocking);
  private readonly injector = inject(Injector);
  private readonly growing = inject(GrowingTexts);
  private readonly history = inject(HistoryStore);
  private readonly places = inject(ReadingPlaces);
  private readonly reading = inject(ReadingStore);
  private readonly session = inject(SessionStore);
  private readonly text = inject(TextRenderer);
  private readonly today = inject(TodayStore);

  private readonly window = this.conversation.window;
  private readonly views = computed(() => {
    const viewer = this.session.user();
    const { roomId, role, floor } = this.conversation;
    return (
      viewer &&
      new MessageViews(
        roomId,
        { viewer, role: role(), floor: floor(), blocked: this.blocking.ids() },
        this.text.renderer(),
      )
    );
  });
  /** Where the reader was when they left, until it is on the screen. */
  private readonly returning = signal(this.places.of(this.conversation.id));
  /** On the way to a message or a day. Who comes in so is not shown the end of the conversation first. */
  private readonly jumping = signal(false);
  private readonly displayed = signal(false);
  private entry: string | null = null;
  private readonly target = signal<{ readonly key: string } | null>(null);

  /** The message that somebody has asked to be shown, anew each time. */
  readonly shown = this.target.asReadonly();

  readonly status = computed(() => {
    const isComing = this.jumping() && !this.displayed() && !this.isLost();
    if (this.window() && !this.mustReturn() && !isComing) return 'ready';
    return this.conversation.hasFailed() ? 'failed' : 'loading';
  });

  /** Those that were sent, and after them those that wait to be. */
  readonly messages = computed(() => {
    const views = this.views();
    const window = this.window();
    if (!views || !window) return [];
    const changes = Map.groupBy(this.conversation.changes(), ({ change }) => change.messageId);
    const said = window.messages.map((message) => {
      const ofIt = changes.get(message.id);
      if (ofIt) return views.ofChanged(message, ofIt);
      const text = message.isStreaming ? this.growing.of(message.id) : undefined;
      return text === undefined ? views.ofMessage(message) : views.ofGrowing(message, text);
    });
    const arrived = new Set(said.filter(({ mine }) => mine).map(({ nonce }) => nonce));
    const waiting = this.conversation.waiting().filter(({ nonce }) => !arrived.has(nonce));
    return [...said, ...waiting.map((entry) => views.ofEntry(entry))];
  });

  /** What stands above a thread, once its beginning is loaded. */
  private readonly root = computed(() => {
    const root = this.conversation.root();
    const views = this.views();
    if (!root || !views || this.history.hasOlder()) return null;
    return { message: views.ofRoot(root), text: repliesText(root.startedThread?.messageCount ?? 0) };
  });

  /** Nobody has said anything, nobody else has come, and the room is as it was made. */
  readonly empty = computed(() => {
    if (this.messages().length > 0 || this.history.hasOlder() || this.conversation.root() !== null) return false;
    return this.conversation
      .notices()
      .every((notice) => notice.kind !== 'changed' && notice.user.id === this.session.userId());
  });

  readonly rows = computed(() =>
    groupTimeline({
      root: this.root(),
      messages: this.messages(),
      notices: this.conversation.notices().filter(this.isWithin()),
      newFrom: this.reading.newFrom(),
      now: this.today.now(),
    }),
  );

  /** Whether the line is loaded that stands above what is new. */
  readonly hasLine = computed(() => this.rows().rows.some(({ kind }) => kind === 'new'));

  /** How many messages there are, loaded or not. */
  readonly total = computed(() => this.window()?.newest ?? 0);

  constructor() {
    effect(() => {
      if (this.window() === null) return;
      const mustReturn = this.mustReturn();
      untracked(() => {
        if (mustReturn) void this.loadPlace();
        else this.returning.set(null);
      });
    });
    effect(() => {
      if (this.status() === 'ready') this.displayed.set(true);
    });
  }

  /** Loads what is around a message, where that is not loaded, and shows it in the middle. False where there is no such message. */
  async showMessage(number: number): Promise<boolean> {
    this.jumping.set(true);
    await this.loaded();
    const message = (await this.history.loadAround(number)) ? this.withNumber(number) : undefined;
    if (message) {
      if (!this.displayed()) this.entry = message.key;
      this.target.set({ key: message.key });
    }
    this.jumping.set(false);
    return message !== undefined;
  }

  /** Shows the first message of a day, or of the next one on which something was said. */
  async showDay(day: Date): Promise<boolean> {
    this.jumping.set(true);
    const number = await this.history.loadAt(day);
    if (number !== null) return this.showMessage(number);
    this.jumping.set(false);
    return false;
  }

  /** Of a message that is loaded, or waits to be sent. */
  keyOf(editId: string | null): string | null {
    return editId === null ? null : (this.messages().find((message) => message.editId === editId)?.key ?? null);
  }

  /** Where the reader comes in: at what they were at when they left; at the end, where that is null. */
  start(): Anchor | null {
    if (this.entry !== null) return { key: this.entry, top: 0 };
    const place = this.places.of(this.conversation.id);
    const message = place && this.withNumber(place.number);
    if (place) return message ? { key: message.key, top: place.top } : null;
    // Whoever was at the end comes in where they left off, and reads on from there.
    return this.hasLine() ? { key: NEW_ROW, top: BELOW_EDGE } : null;
  }

  /** It need not be pointed at any more. */
  seen(key: string): void {
    this.target.update((target) => (target?.key === key ? null : target));
  }

  /** Null at the end. */
  keepPlace(place: ReadingPlace | null): void {
    this.places.keep(this.conversation.id, place);
  }

  /** What the reader was at is not loaded any more: everything was read anew, after a long time without a connection. */
  /** Nothing of what the reader was at is loaded any more: back to it, unless they asked to be elsewhere. */
  goBack(): void {
    if (this.jumping()) return;
    this.entry = null;
    this.returning.set(this.places.of(this.conversation.id));
  }

  /** What is loaded when a page comes up is the end of the room: the reader may have been somewhere else. */
  private readonly mustReturn = computed(() => {
    const place = this.returning();
    return !this.isLost() && place !== null && this.window() !== null && this.withNumber(place.number) === undefined;
  });

  /** Then nothing that is not here comes soon: what is here is shown. */
  private readonly isLost = computed(() => this.connection.state() === 'lost');

  private loaded(): Promise<void> {
    return new Promise((resolve) => {
      const waiting = effect(
        () => {
          if (this.window() === null) return;
          waiting.destroy();
          resolve();
        },
        { injector: this.injector },
      );
    });
  }

  private async loadPlace(): Promise<void> {
    const place = this.returning();
    if (place) await this.history.loadAround(place.number, () => this.returning() === place);
    this.returning.set(null);
  }

  private withNumber(number: number): TimelineMessage | undefined {
    return this.messages().find((message) => message.number === number);
  }

  /** What happened beyond the messages that are loaded would stand in the wrong place. */
  private readonly isWithin = computed(() => {
    const messages = this.window()?.messages ?? [];
    const from = this.history.hasOlder() ? (messages[0]?.seq ?? 0) : 0;
    const to = this.history.hasNewer() ? (messages.at(-1)?.seq ?? 0) : Infinity;
    return ({ seq }: Notice) => seq > from && seq < to;
  });
}

function repliesText(count: number): string {
  if (count === 0) return $localize`No replies yet`;
  return formatMessage($localize`{count, plural, =1 {1 reply} other {# replies}}`, { count });
}
