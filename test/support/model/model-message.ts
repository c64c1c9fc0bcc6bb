import type { Name } from './action.js';

/** A message as everybody in its room must see it. */
export interface ModelMessage {
  readonly number: number;
  readonly author: Name;
  /** The message whose thread it stands in; null in the room's own timeline. */
  readonly root: ModelMessage | null;
  body: string;
  edited: boolean;
  deleted: boolean;
  /** By emoji, in the order in which each came, who used it, in the order in which they did. */
  readonly reactions: Map<string, readonly Name[]>;
}

export function newMessage(number: number, author: Name, body: string, root: ModelMessage | null): ModelMessage {
  return { number, author, root, body, edited: false, deleted: false, reactions: new Map() };
}

/** Says whether that changed anything. */
export function addReaction({ reactions }: ModelMessage, who: Name, emoji: string): boolean {
  const people = reactions.get(emoji) ?? [];
  if (people.includes(who)) return false;
  reactions.set(emoji, [...people, who]);
  return true;
}

/** Says whether that changed anything. An emoji that nobody uses any more has lost its place. */
export function takeReactionBack({ reactions }: ModelMessage, who: Name, emoji: string): boolean {
  const people = reactions.get(emoji) ?? [];
  if (!people.includes(who)) return false;
  const others = people.filter((one) => one !== who);
  if (others.length > 0) reactions.set(emoji, others);
  else reactions.delete(emoji);
  return true;
}
