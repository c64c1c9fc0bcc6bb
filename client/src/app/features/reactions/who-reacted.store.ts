import { inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import { ChatStateStore } from '../../feed/chat-state.store';
import { ReactionRequests } from './data/reaction-requests';

/** The names of the others by emoji, those who were first first. */
export type Names = ReadonlyMap<string, readonly string[]>;

const NONE: Names = new Map();

/** Who reacted to the message that one is at: its names are asked for then, and not with each of a hundred messages. */
@Injectable({ providedIn: 'root' })
export class WhoReacted {
  private readonly requests = inject(ReactionRequests);
  private readonly session = inject(SessionStore);
  private readonly last = signal<{
    readonly messageId: string;
    readonly version: number;
    readonly names: Names;
  } | null>(null);
  private readonly outdated = signal(0);
  private asking: string | null = null;

  /** Changes whenever the names of some message may have. */
  readonly version = this.outdated.asReadonly();

  constructor() {
    inject(ChatStateStore).events.subscribe(({ event }) => {
      if (event.__typename !== 'ReactionAdded' && event.__typename !== 'ReactionRemoved') return;
      if (event.message.id !== this.last()?.messageId && event.message.id !== this.asking) return;
      this.outdated.update((times) => times + 1);
    });
  }

  of(messageId: string | null): Names {
    const last = this.last();
    return last?.messageId === messageId ? last.names : NONE;
  }

  /** Without an answer the reactions have their numbers all the same. */
  async ask(messageId: string): Promise<void> {
    const version = this.version();
    const last = this.last();
    if (last?.messageId === messageId && last.version === version) return;
    this.asking = messageId;
    const outcome = await this.requests.whoReacted(messageId);
    if (!outcome.ok || this.asking !== messageId) return;
    const viewerId = this.session.userId();
    const names = outcome.value.map(({ emoji, users }) => {
      const others = users.nodes.filter(({ id }) => id !== viewerId).map(({ displayName }) => displayName);
      return [emoji, others] as const;
    });
    this.last.set({ messageId, version, names: new Map(names) });
  }
}
