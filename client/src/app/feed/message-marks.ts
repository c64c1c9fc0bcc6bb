import type { Message, ReadMessage } from '../core/graphql/model';

/** What a message is to the viewer. */
export interface MessageMarks {
  /** The emoji that they reacted with, in the order of the message's. */
  readonly reactions: readonly string[];
  readonly isSaved: boolean;
}

export const NO_MARKS: MessageMarks = { reactions: [], isSaved: false };

/** A read says it; an event, which is the same for everybody, leaves it as it was. */
export function marksOf(message: Message | ReadMessage, before: MessageMarks = NO_MARKS): MessageMarks {
  const said = 'viewerState' in message ? message.viewerState : null;
  return among(message, said ?? before);
}

export function withOwnReaction(message: Message, before: MessageMarks, emoji: string, isOn: boolean): MessageMarks {
  const others = before.reactions.filter((own) => own !== emoji);
  return among(message, { ...before, reactions: isOn ? [...others, emoji] : others });
}

export function isSameMarks(a: MessageMarks, b: MessageMarks): boolean {
  return (
    a.isSaved === b.isSaved &&
    a.reactions.length === b.reactions.length &&
    a.reactions.every((emoji, index) => emoji === b.reactions[index])
  );
}

/** A message shows reactions as they are now, and an event may be older: what nobody reacted with, the viewer has not either. */
function among({ reactions }: Message, marks: MessageMarks): MessageMarks {
  const used = reactions.map(({ emoji }) => emoji).filter((emoji) => marks.reactions.includes(emoji));
  const { isSaved } = marks;
  return { reactions: used, isSaved };
}
