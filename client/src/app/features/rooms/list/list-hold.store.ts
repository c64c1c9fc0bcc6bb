import { computed, Injectable, signal } from '@angular/core';

/** What keeps the list of rooms where it is: somebody aims at it, goes through it by keyboard, drags a room, or has opened a menu from it. */
export type Hold = 'pointer' | 'focus' | 'drag' | 'menu';

/** Nothing moves under the hand of whoever is about to choose a room; the list catches up afterwards. */
@Injectable({ providedIn: 'root' })
export class ListHold {
  private readonly holds = signal<ReadonlySet<Hold>>(new Set());

  readonly isHeld = computed(() => this.holds().size > 0);

  set(hold: Hold, isHeld: boolean): void {
    if (this.holds().has(hold) === isHeld) return;
    this.holds.update((before) => {
      const holds = new Set(before);
      if (isHeld) holds.add(hold);
      else holds.delete(hold);
      return holds;
    });
  }
}
