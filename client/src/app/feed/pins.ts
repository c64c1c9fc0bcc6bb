import type { Message } from '../core/graphql/model';
import { type PinList, without } from './message-list';
import { withQuoteOf } from './quotes';
import { isSameMessage } from './same-message';

/** The list after whatever has happened to a message: it says itself whether it is pinned. */
export function withPinOf(list: PinList, message: Message): PinList {
  const rest = without(list, ({ id }) => id === message.id);
  const placed = message.pinnedAt === null ? rest : placedIn(list, rest, message);
  const messages = withQuoteOf(placed.messages, message);
  return messages === placed.messages ? placed : { ...placed, messages };
}

function placedIn(list: PinList, rest: PinList, message: Message): PinList {
  const known = list.messages.find(({ id }) => id === message.id);
  if (known && isSameMessage(known, message)) return list;
  const at = rest.messages.findIndex((other) => isNewerPin(message, other));
  // Behind the last one that is loaded there may be others before it.
  if (at === -1 && rest.endCursor !== null) return rest;
  return { ...rest, messages: rest.messages.toSpliced(at === -1 ? rest.messages.length : at, 0, message) };
}

function isNewerPin(a: Message, b: Message): boolean {
  const [one, other] = [a.pinnedAt ?? '', b.pinnedAt ?? ''];
  return one > other || (one === other && a.number > b.number);
}
