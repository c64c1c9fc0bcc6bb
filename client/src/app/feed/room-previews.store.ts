import { inject, Injectable, signal } from '@angular/core';
import type { Room } from '../core/graphql/model';
import { ChatStateStore } from './chat-state.store';
import { type Preview, previewAfter } from './room-preview';

/** What the last read said of a room that the viewer is not a member of, and what has changed since. */
@Injectable({ providedIn: 'root' })
export class RoomPreviews {
  private readonly last = signal<Preview | null>(null);

  constructor() {
    inject(ChatStateStore).events.subscribe(({ event }) => {
      this.last.update((preview) => preview && previewAfter(preview, event));
    });
  }

  /** Undefined where that room was not read, or not last. */
  of(roomId: string | null): Room | null | undefined {
    const last = this.last();
    return last?.roomId === roomId ? last.room : undefined;
  }

  /** Whether that room has to be read, for the first time or anew. */
  isWanting(roomId: string): boolean {
    const last = this.last();
    return last?.roomId !== roomId || last.isStale;
  }

  keep(roomId: string, room: Room | null): void {
    this.last.set({ roomId, room, isStale: false });
  }

  forget(): void {
    this.last.set(null);
  }
}
