import type { ThreadSummary } from '../core/graphql/model';
import type { MessageWindow } from './chat-state';
import { isSamePerson } from './same-person';

/** What hangs on a message, as it is now: where that message is loaded. */
export function withSummary(window: MessageWindow, summary: ThreadSummary): MessageWindow {
  const index = window.messages.findLastIndex(({ id }) => id === summary.id);
  const root = window.messages[index];
  if (!root || isSameSummary(root.startedThread, summary)) return window;
  return { ...window, messages: window.messages.with(index, { ...root, startedThread: summary }) };
}

/** Whether nothing of it would be drawn otherwise. */
export function isSameSummary(a: ThreadSummary | null, b: ThreadSummary | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.messageCount === b.messageCount &&
    a.lastMessageAt === b.lastMessageAt &&
    a.participants.length === b.participants.length &&
    a.participants.every((one, index) => {
      const other = b.participants[index];
      return other !== undefined && isSamePerson(one, other);
    })
  );
}
