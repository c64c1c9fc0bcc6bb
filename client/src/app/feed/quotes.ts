import type { Message, Quote } from '../core/graphql/model';
import type { MessageWindow } from './chat-state';
import { isSameQuote } from './same-message';

/** What answers show of the message that they answer. */
export function quoteOf({ id, number, author, body, deletedAt, attachments }: Message): Quote {
  return { id, number, author, body, deletedAt, attachments: attachments.map(({ name }) => ({ name })) };
}

/** An answer shows what it answers as it is now: no event goes to each answer when that changes. */
export function withQuoteOf<T extends Message>(messages: readonly T[], quoted: Message): readonly T[] {
  const quote = quoteOf(quoted);
  const isOld = ({ replyTo }: T): boolean => replyTo?.id === quote.id && !isSameQuote(replyTo, quote);
  if (!messages.some(isOld)) return messages;
  return messages.map((message) => (isOld(message) ? { ...message, replyTo: quote } : message));
}

export function withQuoteInWindow(window: MessageWindow, quoted: Message): MessageWindow {
  const messages = withQuoteOf(window.messages, quoted);
  return messages === window.messages ? window : { ...window, messages };
}
