import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { isPassing, OFFLINE, type Problem } from '../../core/graphql/problem';
import { pauseAfter } from '../../core/graphql/try-again';
import { SessionStore } from '../../core/session/session.store';
import { withMessage } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ConnectionStore } from '../../feed/connection.store';
import { Notes } from '../../shared/ui/feedback/notes';
import { ReactionRequests } from './data/reaction-requests';
import { FrequentEmoji } from './frequent-emoji.store';
import { keyOf, KeptWishes, type Reacting } from './kept-wishes';
import type { Wish } from './shown-reactions';

const NONE: readonly Wish[] = [];

/**
 * What the viewer wants to have reacted with, until the server has it. It is asked for again until there is an answer: to add what is there, and to
 * remove what is not, changes nothing, so that each counts once whatever the network does. It is kept over reloads, and asked for by the next page.
 */
@Injectable({ providedIn: 'root' })
export class ReactionsStore {
  private readonly announcements = inject(AnnouncementsStore);
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly frequent = inject(FrequentEmoji);
  private readonly kept = inject(KeptWishes);
  private readonly notes = inject(Notes);
  private readonly requests = inject(ReactionRequests);
  private readonly session = inject(SessionStore);

  /** By message and emoji, the newest wish alone. */
  private readonly wishes = signal<ReadonlyMap<string, Reacting>>(new Map());
  private readonly underWay = new Set<string>();
  private readonly wakers = new Set<() => void>();

  /** All that the server does not have yet. */
  readonly waiting = computed(() => [...this.wishes().values()]);

  constructor() {
    effect(() => {
      const userId = this.session.userId();
      untracked(() => {
        this.begin(userId === null ? [] : this.kept.all());
      });
    });
    // What this page still asks for may have been taken back in another tab, which cannot know what is on its way from here.
    this.kept.watch((wish) => {
      if (this.underWay.has(keyOf(wish))) this.wish(wish);
    });
    effect(() => {
      if (this.connection.state() !== 'live') return;
      for (const wake of this.wakers) wake();
    });
  }

  wishesFor(messageId: string | null): readonly Wish[] {
    const wishes = [...this.wishes().values()].filter((wish) => wish.messageId === messageId);
    return wishes.length === 0 ? NONE : wishes;
  }

  react(reacting: Reacting): void {
    this.kept.keep(reacting);
    this.wish(reacting);
    if (reacting.isOn) this.frequent.used(reacting.emoji);
    this.announcements.say(
      reacting.isOn
        ? $localize`You reacted with ${reacting.emoji}:emoji:.`
        : $localize`You took ${reacting.emoji}:emoji: back.`,
    );
  }

  /** It is wanted no more. What is on its way may be there all the same. */
  takeBack(wish: Reacting): void {
    if (this.wishes().get(keyOf(wish)) === wish) this.drop(keyOf(wish), wish);
  }

  private begin(wishes: readonly Reacting[]): void {
    this.wishes.set(new Map());
    for (const wish of wishes) this.wish(wish);
  }

  private wish(wish: Reacting): void {
    const key = keyOf(wish);
    // The newest stands last: that is where a new emoji comes to stand.
    this.wishes.update((wishes) => new Map([...wishes].filter(([other]) => other !== key)).set(key, wish));
    if (!this.underWay.has(key)) void this.fulfil(key);
  }

  private async fulfil(key: string): Promise<void> {
    this.underWay.add(key);
    let failures = 0;
    for (let wish = this.wishes().get(key); wish; wish = this.wishes().get(key)) {
      const problem = await this.ask(wish);
      if (!problem) failures = 0;
      else if (isPassing(problem) || problem.code === 'UNAUTHENTICATED') await this.pause(problem, failures++);
      else this.refuse(key, wish, problem);
      // Whoever has thought better of it meanwhile is asked for by the next turn.
      if (!problem && this.wishes().get(key) === wish) this.drop(key, wish);
    }
    this.underWay.delete(key);
  }

  private async ask({ roomId, messageId, emoji, isOn }: Reacting): Promise<Problem | null> {
    const input = { messageId, emoji };
    const outcome = await this.chat.read(
      () => (isOn ? this.requests.add(input) : this.requests.remove(input)),
      (state, message) => withMessage(state, roomId, message),
    );
    return outcome.ok ? null : outcome.problem;
  }

  /** As long as the server asks for; without a connection, until there is one. */
  private async pause(problem: Problem, failures: number): Promise<void> {
    const pauses = [pauseAfter(problem, failures)];
    if (problem.code === OFFLINE) pauses.push(this.untilLive());
    await Promise.race(pauses);
  }

  private untilLive(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.wakers.delete(wake);
        resolve();
      };
      this.wakers.add(wake);
    });
  }

  private refuse(key: string, wish: Reacting, { message }: Problem): void {
    if (this.wishes().get(key) === wish) this.drop(key, wish);
    this.notes.open(message, $localize`Close`);
  }

  private drop(key: string, wish: Reacting): void {
    this.kept.drop(wish);
    this.wishes.update((wishes) => new Map([...wishes].filter(([other]) => other !== key)));
  }
}
