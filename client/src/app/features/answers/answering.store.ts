import { inject, Injectable, linkedSignal } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import type { Quote } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { quoteOf } from '../../feed/quotes';
import type { TimelinePlace } from '../../feed/timeline-place';

/** Which message the viewer is answering in each conversation: kept with the draft, over reloads as well. */
@Injectable({ providedIn: 'root' })
export class Answering {
  private readonly chat = inject(ChatStateStore);
  private readonly session = inject(SessionStore);
  private readonly storage = inject(PrivateStorage);

  private readonly known = linkedSignal<string | null, ReadonlyMap<string, Quote | null>>({
    source: this.session.userId,
    computation: () => new Map(),
  });

  /** As it is now, where it is loaded; as it was, where it is not. */
  of(place: TimelinePlace): Quote | null {
    const kept = this.known().get(place.key);
    const quote = kept === undefined ? parsed(this.storage.read(this.keyOf(place))) : kept;
    if (!quote) return null;
    const room = this.chat.state()?.rooms.get(place.roomId);
    const timeline = place.threadId === null ? room : room?.threads.get(place.threadId);
    const messages = timeline?.timeline?.messages ?? [];
    const loaded = messages[quote.number - (messages[0]?.number ?? 0)];
    return loaded?.id === quote.id ? quoteOf(loaded) : quote;
  }

  start(place: TimelinePlace, quote: Quote): void {
    this.keep(place, quote);
  }

  drop(place: TimelinePlace): void {
    this.keep(place, null);
  }

  /** What is being sent: the next message answers nothing. */
  take(place: TimelinePlace): Quote | null {
    const quote = this.of(place);
    if (quote) this.drop(place);
    return quote;
  }

  private keep(place: TimelinePlace, quote: Quote | null): void {
    this.known.update((known) => new Map(known).set(place.key, quote));
    this.storage.write(this.keyOf(place), quote ? JSON.stringify(quote) : '');
  }

  private keyOf({ key }: TimelinePlace): string {
    return `answer.${this.session.userId() ?? ''}.${key}`;
  }
}

/** What another version of this page has left is no quote. */
function parsed(text: string | null): Quote | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    return isQuote(read) ? read : null;
  } catch {
    return null;
  }
}

function isQuote(read: unknown): read is Quote {
  return (
    typeof read === 'object' &&
    read !== null &&
    'id' in read &&
    typeof read.id === 'string' &&
    'number' in read &&
    typeof read.number === 'number' &&
    'body' in read &&
    typeof read.body === 'string' &&
    'author' in read &&
    typeof read.author === 'object' &&
    'attachments' in read &&
    Array.isArray(read.attachments)
  );
}
