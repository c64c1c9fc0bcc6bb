import { computed, effect, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map } from 'rxjs';
import { withAllRead } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer } from '../../feed/message-window';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ReadingPlaces } from './reading-places.store';

/** What of the open room has been seen: everything, while its end is in view on a page that somebody looks at. */
@Injectable({ providedIn: 'root' })
export class ReadingStore {
  private readonly chat = inject(ChatStateStore);
  private readonly places = inject(ReadingPlaces);
  private readonly openRoom = inject(OpenRoomStore);

  private readonly atEnd = linkedSignal<string | null, boolean>({
    source: this.openRoom.roomId,
    computation: (roomId) => this.places.of(roomId ?? '') === null,
  });
  private readonly visible = toSignal(fromEvent(document, 'visibilitychange').pipe(map(isVisible)), {
    initialValue: isVisible(),
  });
  private readonly own = this.openRoom.own;
  private readonly unread = computed(() => this.own()?.unread ?? []);
  private readonly readingRoom = computed(() => {
    const window = this.own()?.timeline;
    return window && !hasNewer(window) && this.atEnd() && this.visible() ? this.openRoom.roomId() : null;
  });
  private readonly firstNew = linkedSignal<string | null, number | null>({
    source: this.openRoom.roomId,
    computation: () => null,
  });

  readonly newCount = computed(() => (this.readingRoom() === null ? this.unread().length : 0));
  readonly newFrom = this.firstNew.asReadonly();

  constructor() {
    let before: string | null = null;
    effect(() => {
      const roomId = this.readingRoom();
      const unread = this.unread();
      untracked(() => {
        if (roomId !== null && unread.length > 0) {
          // Only for those who come back: what arrives before one's eyes needs no line above it.
          if (roomId !== before) this.firstNew.set(Math.min(...unread));
          this.chat.change((state) => withAllRead(state, roomId));
        }
        before = roomId;
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
