import { Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import type { FeedEvent } from '../core/graphql/model';
import type { Outcome } from '../core/graphql/problem';
import { applyEvent } from './apply-event';
import type { ChatState } from './chat-state';

export interface AppliedEvent {
  readonly event: FeedEvent;
  /** False while the feed tells what happened in one's absence. */
  readonly live: boolean;
  /** What was known before it. */
  readonly before: ChatState | null;
}

/** Holds what is known of the viewer's rooms. Everything on the screen is derived from here. */
@Injectable({ providedIn: 'root' })
export class ChatStateStore {
  private readonly current = signal<ChatState | null>(null);
  private readonly applied = new Subject<AppliedEvent>();
  private readonly duringReads = new Set<FeedEvent[]>();

  readonly state = this.current.asReadonly();
  readonly events = this.applied.asObservable();

  begin(state: ChatState): void {
    this.current.set(state);
  }

  clear(): void {
    this.current.set(null);
    this.duringReads.clear();
  }

  apply(event: FeedEvent, live: boolean): void {
    for (const events of this.duringReads) events.push(event);
    const before = this.current();
    this.change((state) => applyEvent(state, event));
    this.applied.next({ event, live, before });
  }

  change(change: (state: ChatState) => ChatState): void {
    this.current.update((state) => state && change(state));
  }

  /**
   * Reads and merges what was read. The answer may be older than events that came while it was on its way, so
   * these are applied again on top of it.
   */
  async read<T>(
    read: () => Promise<Outcome<T>>,
    merge: (state: ChatState, value: T) => ChatState,
  ): Promise<Outcome<T>> {
    const events: FeedEvent[] = [];
    this.duringReads.add(events);
    const outcome = await read();
    const stillWanted = this.duringReads.delete(events);
    if (outcome.ok && stillWanted) this.change((state) => events.reduce(applyEvent, merge(state, outcome.value)));
    return outcome;
  }
}
