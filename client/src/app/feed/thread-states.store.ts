import { computed, effect, inject, Injectable } from '@angular/core';
import { isPassing } from '../core/graphql/problem';
import { pauseAfter } from '../core/graphql/try-again';
import { SessionStore } from '../core/session/session.store';
import { after, sleep } from '../shared/time/timer';
import { ChatStateStore } from './chat-state.store';
import { FeedRequests } from './data/feed-requests';
import { MAX_TOGETHER } from './data/thread-readings';
import { withThreadReading, withoutThread } from './thread-reading';

/** In milliseconds. All who are in a room hear of the same message, and would all ask at the same moment. */
const ASK_WITHIN = 3_000;

const BETWEEN_ASKS = 1_000;

/** Asks what threads are to the viewer, where events do not tell: once for each thread in which somebody writes, as a rule. */
@Injectable({ providedIn: 'root' })
export class ThreadStates {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(FeedRequests);
  private readonly session = inject(SessionStore);

  private readonly unknown = computed(() =>
    [...(this.chat.state()?.rooms.values() ?? [])].flatMap(({ threads }) =>
      [...threads].flatMap(([id, { mustAsk }]) => (mustAsk ? [id] : [])),
    ),
  );
  private readonly isWanting = computed(() => this.unknown().length > 0);

  constructor() {
    effect((onCleanup) => {
      if (!this.isWanting()) return;
      onCleanup(after(Math.random() * ASK_WITHIN, () => void this.ask()));
    });
  }

  private async ask(): Promise<void> {
    const userId = this.session.userId();
    let failures = 0;
    for (let ids = this.unknown(); ids.length > 0; ids = this.unknown()) {
      const some = ids.slice(0, MAX_TOGETHER);
      const outcome = await this.chat.read(
        () => this.requests.threadReadings(some),
        (state, readings) =>
          some.reduce((all, id) => {
            const reading = readings.get(id);
            return reading ? withThreadReading(all, reading) : withoutThread(all, id);
          }, state),
      );
      if (this.session.userId() !== userId) return;
      if (outcome.ok) {
        failures = 0;
        await sleep(BETWEEN_ASKS);
      } else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, failures++);
      else return;
    }
  }
}
