import { computed, inject, Injectable } from '@angular/core';
import type { Outcome } from '../../../core/graphql/problem';
import { ChatStateStore } from '../../../feed/chat-state.store';
import { MinuteClock } from '../../../shared/time/minute-clock';
import { ServerClock } from '../../../shared/time/server-clock';
import { DoNotDisturbRequests } from './data/do-not-disturb-requests';
import { type DoNotDisturbEnd, endOf, untilInWords } from './do-not-disturb-end';

/** Whether the viewer wants to be called by nothing for a while, on any of their devices. */
@Injectable({ providedIn: 'root' })
export class DoNotDisturb {
  private readonly chat = inject(ChatStateStore);
  private readonly clock = inject(ServerClock);
  private readonly minutes = inject(MinuteClock);
  private readonly requests = inject(DoNotDisturbRequests);

  /** "until today, 15:30"; null while they can be called. */
  readonly words = computed(() => untilInWords(this.chat.state()?.doNotDisturbUntil ?? null, this.minutes.now()));
  readonly isOn = computed(() => this.words() !== null);

  begin(end: DoNotDisturbEnd): Promise<Outcome<string | null>> {
    return this.set(endOf(end, this.clock.now()).toISOString());
  }

  end(): Promise<Outcome<string | null>> {
    return this.set(null);
  }

  private set(until: string | null): Promise<Outcome<string | null>> {
    return this.chat.read(
      () => this.requests.set(until),
      (state, doNotDisturbUntil) => ({ ...state, doNotDisturbUntil }),
    );
  }
}
