import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map } from 'rxjs';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer } from '../../feed/message-window';
import { Conversation } from './conversation';
import { ReadingPlaces } from './reading-places.store';

/** What of a conversation has been seen: everything, while its end is in view on a page that somebody looks at. One for each timeline. */
@Injectable()
export class ReadingStore {
  private readonly chat = inject(ChatStateStore);
  private readonly conversation = inject(Conversation);
  private readonly places = inject(ReadingPlaces);

  private readonly atEnd = signal(this.places.of(this.conversation.id) === null);
  private readonly visible = toSignal(fromEvent(document, 'visibilitychange').pipe(map(isVisible)), {
    initialValue: isVisible(),
  });
  private readonly isReading = computed(() => {
    const window = this.conversation.window();
    return window !== null && !hasNewer(window) && this.atEnd() && this.visible();
  });
  private readonly firstNew = signal<number | null>(null);

  readonly newCount = computed(() => (this.isReading() ? 0 : this.conversation.unread().length));
  readonly newFrom = this.firstNew.asReadonly();

  constructor() {
    let wasReading = false;
    effect(() => {
      const isReading = this.isReading();
      const unread = this.conversation.unread();
      untracked(() => {
        if (isReading && unread.length > 0) {
          // Only for those who come back: what arrives before one's eyes needs no line above it.
          if (!wasReading) this.firstNew.set(Math.min(...unread));
          this.chat.change((state) => this.conversation.allRead(state));
        }
        wasReading = isReading;
      });
    });
  }

  setAtEnd(atEnd: boolean): void {
    this.atEnd.set(atEnd);
  }
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
