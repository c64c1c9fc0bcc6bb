import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { ChatStateStore } from './chat-state.store';
import { type LostRoom, lostRoom } from './lost-room';
import { OpenRoomStore } from './open-room.store';

/** The open room, where the viewer has just lost it. */
@Injectable({ providedIn: 'root' })
export class LostRoomStore {
  private readonly chat = inject(ChatStateStore);
  private readonly open = inject(OpenRoomStore);

  private readonly lost = signal<LostRoom | null>(null);

  readonly room = computed(() => (this.lost()?.roomId === this.open.roomId() ? this.lost() : null));

  constructor() {
    this.chat.events.subscribe(({ event, before }) => {
      const lost = lostRoom(event, before);
      // Only the open room's: the others are simply no longer in the list.
      if (lost?.roomId === this.open.roomId()) this.lost.set(lost);
    });
    effect(() => {
      if (this.open.own()) this.lost.set(null);
    });
    effect(() => {
      this.open.screen();
      this.lost.set(null);
    });
  }
}
