import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { RoomViewerState } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ServerClock } from '../../shared/time/server-clock';
import { after } from '../../shared/time/timer';

type Muting = Pick<RoomViewerState, 'isMuted' | 'mutedUntil'>;

/** No event tells that muting has ended by itself: each page looks at the clock. */
@Injectable({ providedIn: 'root' })
export class MuteClock {
  private readonly chat = inject(ChatStateStore);
  private readonly clock = inject(ServerClock);
  private readonly now = signal(this.clock.now().getTime());

  private readonly nextEnd = computed(() => {
    const rooms = [...(this.chat.state()?.rooms.values() ?? [])];
    const ends = rooms.flatMap(({ viewerState }) => (viewerState ? [endOf(viewerState)] : []));
    return Math.min(...ends.filter((end) => end > this.now()));
  });

  constructor() {
    effect((onCleanup) => {
      const end = this.nextEnd();
      if (end === Infinity) return;
      onCleanup(
        after(end - this.clock.now().getTime(), () => {
          this.now.set(Math.max(end, this.clock.now().getTime()));
        }),
      );
    });
  }

  isMuted(muting: Muting): boolean {
    return muting.isMuted && endOf(muting) > this.now();
  }
}

/** In milliseconds; of what is muted for good, and of what is not muted, never. */
function endOf({ isMuted, mutedUntil }: Muting): number {
  return isMuted && mutedUntil !== null ? Date.parse(mutedUntil) : Infinity;
}
