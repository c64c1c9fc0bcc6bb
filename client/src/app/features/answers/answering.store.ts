import { inject, Injectable, linkedSignal } from '@angular/core';
import { PrivateStorage } from '../../core/session/private-storage';
import { SessionStore } from '../../core/session/session.store';
import type { Quote } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { quoteOf } from '../../feed/quotes';

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
  of(roomId: string | null): Quote | null {
    if (roomId === null) return null;
    const kept = this.known().get(roomId);
    const quote = kept === undefined ? parsed(this.storage.read(this.keyOf(roomId))) : kept;
    if (!quote) return null;
    const messages = this.chat.state()?.rooms.get(roomId)?.timeline?.messages ?? [];
    const loaded = messages[quote.number - (messages[0]?.number ?? 0)];
    return loaded?.id === quote.id ? quoteOf(loaded) : quote;
  }

  start(roomId: string, quote: Quote): void {
    this.keep(roomId, quote);
  }

  drop(roomId: string): void {
    this.keep(roomId, null);
  }

  /** What is being sent: the next message answers nothing. */
  take(roomId: string): Quote | null {
    const quote = this.of(roomId);
    if (quote) this.drop(roomId);
    return quote;
  }

  private keep(roomId: string, quote: Quote | null): void {
    this.known.update((known) => new Map(known).set(roomId, quote));
    this.storage.write(this.keyOf(roomId), quote ? JSON.stringify(quote) : '');
  }

  private keyOf(roomId: string): string {
    return `answer.${this.session.userId() ?? ''}.${roomId}`;
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
