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
  /** False for what happened before the page was opened, which began with what was read last: nobody is told of it. */
  readonly isNews: boolean;
  /** What was known before it. */
  readonly before: ChatState | null;
}

/** Holds what is known of the viewer's rooms. Everything on the screen is derived from here. */
@Injectable({ providedIn: 'root' })
export class ChatStateStore {
  private readonly current = signal<ChatState | null>(null);
  private readonly applied = new Subject<AppliedEvent>();
  private readonly duringReads = new Set<FeedEvent[]>();
  private readonly past = signal(false);
  private readonly whole = signal(false);

  readonly state = this.current.asReadonly();
  /** Whether this is what was read last on this device, and the feed has not told yet what has happened since. */
  readonly isPast = this.past.asReadonly();
  /** Whether all pages of what the viewer has were read. */
  readonly isWhole = this.whole.asReadonly();
  readonly events = this.applied.asObservable();

  /** With what the server has just said. */
  begin(state: ChatState): void {
    this.current.set(state);
    this.past.set(false);
    this.whole.set(false);
  }

  /** With what was read last on this device. */
  beginWithPast(state: ChatState): void {
    this.current.set(state);
    this.past.set(true);
    this.whole.set(true);
  }

  becomeWhole(): void {
    this.whole.set(true);
  }

  clear(): void {
    this.current.set(null);
    this.past.set(false);
    this.whole.set(false);
    this.duringReads.clear();
  }

  apply(event: FeedEvent, live: boolean): void {
    const before = this.current();
    this.change((state) => this.after(state, event));
    this.applied.next({ event, live, isNews: true, before });
  }

  /** What has happened since what was read last, in one go: nobody sees it pass by. */
  catchUp(events: readonly FeedEvent[], areAll: boolean): void {
    const before = this.current();
    this.change((state) => events.reduce((all, event) => this.after(all, event), state));
    if (areAll) this.past.set(false);
    for (const event of events) this.applied.next({ event, live: false, isNews: false, before });
  }

  private after(state: ChatState, event: FeedEvent): ChatState {
    for (const events of this.duringReads) events.push(event);
    return applyEvent(state, event);
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
