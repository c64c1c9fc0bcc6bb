import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { isSlowedDown } from '#rules';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { ChatStateStore } from '../../feed/chat-state.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { Countdown } from '../../shared/time/countdown';
import { ServerClock } from '../../shared/time/server-clock';

/** How long slow mode still holds the viewer up. One for each composer. */
@Injectable()
export class SlowModeStore {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly chat = inject(ChatStateStore);
  private readonly place = inject(TimelinePlace);

  private readonly own = computed(() => this.chat.state()?.rooms.get(this.place.roomId) ?? null);
  private readonly until = computed(() => {
    const own = this.own();
    return own?.slowModeUntil && isSlowedDown(own.role, own.room) ? Date.parse(own.slowModeUntil) : 0;
  });
  private readonly countdown = new Countdown(inject(ServerClock));

  /** In whole seconds; 0 where nothing holds them up. */
  readonly secondsLeft = this.countdown.secondsLeft;
  readonly isWaiting = computed(() => this.secondsLeft() > 0);
  /** How long each wait is. */
  readonly seconds = computed(() => this.own()?.room.slowModeSeconds ?? 0);

  constructor() {
    effect((onCleanup) => {
      const until = this.until();
      untracked(() => {
        this.countdown.countTo(until);
      });
      onCleanup(() => {
        this.countdown.stop();
      });
    });
    // Who only hears the page is told of the end, and not of each second on the way there.
    let wasWaiting = false;
    effect(() => {
      const isWaiting = this.isWaiting();
      if (wasWaiting && !isWaiting)
        untracked(() => {
          this.announcements.say($localize`You can send a message again.`);
        });
      wasWaiting = isWaiting;
    });
  }
}
