import { computed, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map } from 'rxjs';
import type { Outcome } from '../../core/graphql/problem';
import type { MessageWindow, ReadMark } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { hasNewer } from '../../feed/message-window';
import { Conversation } from './conversation';
import { newLine, type Reading } from './new-line';
import { ReadingPlaces } from './reading-places.store';

interface Known {
  readonly mark: ReadMark | null;
  readonly window: MessageWindow | null;
}

/** What of a conversation has been seen: everything, while its end is in view on a page that somebody looks at. One for each timeline. */
@Injectable()
export class ReadingStore {
  private readonly conversation = inject(Conversation);
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly places = inject(ReadingPlaces);

  /** Where that is, is known once the messages are on the page. */
  private readonly atEnd = signal(false);
  private readonly visible = toSignal(fromEvent(document, 'visibilitychange').pipe(map(isVisible)), {
    initialValue: isVisible(),
  });
  private readonly known = computed<Known>(() => ({
    mark: this.conversation.readMark(),
    window: this.conversation.window(),
  }));
  /**
   * Whether the end may be in view without having been read: what is unread begins further up than what is loaded, or somebody has just marked it
   * as unread, here or on another device. It lasts until the reader moves.
   */
  private readonly held = linkedSignal<Known, boolean>({
    source: this.known,
    computation: (now, before) => {
      if (now.window === null || now.mark === null) return false;
      if (!before?.source.window || !before.source.mark) return this.beginsFurtherUp(now.mark, now.window);
      return before.value || now.mark.lastReadNumber < before.source.mark.lastReadNumber;
    },
  });
  /** The page shows what was read last, and what has happened since is on its way: whoever comes in so comes in once that is there. */
  private readonly entering = signal(this.chat.isPast());
  private readonly isEntering = computed(() => this.entering() && this.connection.state() !== 'lost');
  /** What has happened since is there now. */
  readonly mayEnter = computed(() => this.isEntering() && !this.chat.isPast());
  private readonly isReading = computed(() => {
    const { window } = this.known();
    if (this.isEntering()) return false;
    return window !== null && !hasNewer(window) && this.atEnd() && this.visible() && !this.held();
  });
  private readonly line = linkedSignal<Reading, number | null>({
    source: () => ({
      mark: this.known().mark,
      isReading: this.isReading(),
      waiting: this.conversation.waiting().length,
    }),
    computation: (now, before) => newLine(now, before?.source ?? null, before?.value ?? null),
  });
  private readonly lineSeen = linkedSignal({ source: this.line, computation: () => false });

  readonly newCount = computed(() => (this.isReading() ? 0 : (this.known().mark?.unreadCount ?? 0)));
  readonly newFrom = this.line.asReadonly();
  /** Whether the reader has not yet been where they left off. */
  readonly mayJump = computed(() => this.line() !== null && !this.lineSeen());

  constructor() {
    effect(() => {
      this.line();
      if (this.isReading() && (this.known().mark?.unreadCount ?? 0) > 0)
        untracked(() => {
          this.conversation.seenToEnd();
        });
    });
  }

  /** Where the reader comes in they are from now on. */
  enter(): void {
    this.entering.set(false);
  }

  setAtEnd(atEnd: boolean): void {
    this.atEnd.set(atEnd);
  }

  /** The reader goes through the messages: what they see from now on they have seen. */
  release(): void {
    this.held.set(false);
  }

  /** The line above what is new is in view. */
  sawLine(): void {
    this.lineSeen.set(true);
  }

  /** Takes everything as read; what was new is not told from the rest any more. */
  async markRead(): Promise<Outcome<unknown>> {
    const outcome = await this.conversation.markRead();
    if (outcome.ok) {
      this.held.set(false);
      this.line.set(null);
    }
    return outcome;
  }

  markUnread(fromNumber: number): Promise<Outcome<unknown>> {
    return this.conversation.markUnread(fromNumber);
  }

  /** Whoever comes back to a place further up has it to scroll through. */
  private beginsFurtherUp(mark: ReadMark, { messages }: MessageWindow): boolean {
    const first = messages[0]?.number ?? 0;
    return mark.unreadCount > 0 && first > mark.lastReadNumber + 1 && this.places.of(this.conversation.id) === null;
  }
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
