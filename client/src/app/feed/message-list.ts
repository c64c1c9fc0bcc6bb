import type { Message, SavedMessage } from '../core/graphql/model';

/** The beginning of a list of messages that are not in the order in which they were said: what is pinned, what is saved. */
export interface MessageList<T extends Message> {
  readonly messages: readonly T[];
  /** Where the list goes on; null where that was all. */
  readonly endCursor: string | null;
}

/** What is pinned in a room, the newest pin first. */
export type PinList = MessageList<Message>;

/** What the viewer saved, in whatever room, the newest first. */
export type SavedList = MessageList<SavedMessage>;

/** The list with the page that was read from `cursor` on; a page that came twice, or too late, changes nothing. */
export function withNextMessages<T extends Message>(
  list: MessageList<T>,
  cursor: string,
  next: MessageList<T>,
): MessageList<T> {
  if (list.endCursor !== cursor) return list;
  const known = new Set(list.messages.map(({ id }) => id));
  const messages = [...list.messages, ...next.messages.filter(({ id }) => !known.has(id))];
  return { messages, endCursor: next.endCursor };
}

export function without<T extends Message>(list: MessageList<T>, isGone: (message: T) => boolean): MessageList<T> {
  const messages = list.messages.filter((message) => !isGone(message));
  return messages.length === list.messages.length ? list : { ...list, messages };
}
