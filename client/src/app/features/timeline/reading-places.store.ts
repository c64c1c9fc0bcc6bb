import { effect, inject, Injectable } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import type { Anchor } from './scroll/scroll-anchor';

/** Where the reader stood in each room that they have left, for as long as the page is open: at a message, and not at a height. */
@Injectable({ providedIn: 'root' })
export class ReadingPlaces {
  private readonly places = new Map<string, Anchor>();

  constructor() {
    const session = inject(SessionStore);
    effect(() => {
      if (session.userId() === null) this.places.clear();
    });
  }

  /** Null at the end of a room, which is where everybody comes in who has not been there. */
  of(roomId: string): Anchor | null {
    return this.places.get(roomId) ?? null;
  }

  keep(roomId: string, place: Anchor | null): void {
    if (place) this.places.set(roomId, place);
    else this.places.delete(roomId);
  }
}
