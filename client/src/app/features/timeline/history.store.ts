import { computed, DestroyRef, inject, Injectable, signal, type WritableSignal } from '@angular/core';
import { isPassing, type Outcome } from '../../core/graphql/problem';
import { pauseAfter } from '../../core/graphql/try-again';
import type { MessageWindow } from '../../feed/chat-state';
import { hasNewer, lastNumber } from '../../feed/message-window';
import { Conversation, type MessagePage } from './conversation';

/** Loads more of a conversation: at either end of what is there, or around a place that is not. One for each timeline. */
@Injectable()
export class HistoryStore {
  private readonly conversation = inject(Conversation);
  private readonly older = signal(false);
  private readonly newer = signal(false);
  private left = false;

  readonly hasOlder = computed(() => this.conversation.window()?.hasOlder ?? false);
  readonly hasNewer = computed(() => {
    const window = this.conversation.window();
    return window !== null && hasNewer(window);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
    });
  }

  async loadOlder(): Promise<void> {
    if (this.hasOlder())
      await this.once(this.older, () => this.until(isOlderThan, (cursor) => this.conversation.older(cursor)));
  }

  async loadNewer(): Promise<void> {
    if (this.hasNewer())
      await this.once(this.newer, () => this.until(isNewerThan, (cursor) => this.conversation.newer(cursor), 'last'));
  }

  async jumpToLatest(): Promise<void> {
    await this.read(() => this.conversation.latest());
  }

  /** False where there is no such message, or it could not be read. */
  async loadAround(number: number, isWanted: () => boolean = () => true): Promise<boolean> {
    if (this.has(number)) return true;
    await this.read(() => this.conversation.around(number), isWanted);
    return this.has(number);
  }

  /** Gives the number of the first message that was sent then or later; of the last one, where none was. Null where it could not be read. */
  async loadAt(time: Date): Promise<number | null> {
    const outcome = await this.read(() => this.conversation.at(time));
    if (!outcome.ok) return null;
    const nodes = outcome.value.edges.map(({ node }) => node);
    return (nodes.find(({ createdAt }) => new Date(createdAt) >= time) ?? nodes.at(-1))?.number ?? null;
  }

  private has(number: number): boolean {
    const messages = this.conversation.window()?.messages ?? [];
    const first = messages[0]?.number ?? 0;
    return messages[number - first]?.number === number;
  }

  private async once(loading: WritableSignal<boolean>, load: () => Promise<void>): Promise<void> {
    if (loading()) return;
    loading.set(true);
    await load();
    loading.set(false);
  }

  /**
   * Messages that came by the feed have no cursor to page from, so that the nearest one may lie some pages inside
   * of what is there: goes on until something new has come.
   */
  private async until(
    isFurther: (window: MessageWindow, before: MessageWindow) => boolean,
    read: (cursor: string | null) => Promise<Outcome<MessagePage>>,
    end: 'first' | 'last' = 'first',
  ): Promise<void> {
    const before = this.conversation.window();
    if (!before) return;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const last = this.conversation.window();
      const outcome = await this.read(() => read(this.cursorAt(end)));
      const window = this.conversation.window();
      // A page that changes nothing would be asked for again and again.
      if (!outcome.ok || !window || window === last || isFurther(window, before)) return;
    }
  }

  private cursorAt(end: 'first' | 'last'): string | null {
    const messages = this.conversation.window()?.messages ?? [];
    const hasCursor = ({ cursor }: { cursor: string | null }): boolean => cursor !== null;
    return (end === 'first' ? messages.find(hasCursor) : messages.findLast(hasCursor))?.cursor ?? null;
  }

  /** Nothing else would ask again: whoever stands at the end of what is loaded cannot scroll any further. */
  private async read(
    read: () => Promise<Outcome<MessagePage>>,
    isWanted: () => boolean = () => true,
  ): Promise<Outcome<MessagePage>> {
    for (let attempt = 0; ; attempt++) {
      const outcome = await read();
      if (outcome.ok || !isPassing(outcome.problem)) return outcome;
      await pauseAfter(outcome.problem, attempt);
      if (this.left || !isWanted()) return outcome;
    }
  }
}

const MAX_PAGES = 16;

function isOlderThan(window: MessageWindow, before: MessageWindow): boolean {
  return !window.hasOlder || (window.messages[0]?.number ?? 0) < (before.messages[0]?.number ?? 0);
}

function isNewerThan(window: MessageWindow, before: MessageWindow): boolean {
  return !hasNewer(window) || lastNumber(window) > lastNumber(before);
}
