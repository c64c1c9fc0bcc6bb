import type { RoomState } from '../people/reading.js';
import type { Outcome } from './chat-model.js';
import type { ModelBadge } from './model-room.js';
import type { ModelThreadState } from './model-thread.js';

/** What the server said to an action, as far as the model says it too. */
export interface Answer {
  /** Of the message that it was about, with its number. */
  readonly id?: string;
  readonly number?: number | undefined;
  readonly refused?: string | undefined;
  readonly badge?: ModelBadge | undefined;
  readonly thread?: ModelThreadState;
}

export const DONE: Answer = {};

/** The same as the model has it. */
export function shown(outcome: Outcome): Answer {
  if ('refused' in outcome) return { refused: outcome.refused };
  if ('badge' in outcome || 'thread' in outcome) return outcome;
  return outcome.done ? { number: outcome.done.number } : DONE;
}

export function badgeIn(state: RoomState | null): Answer {
  return state ? { badge: badgeOf(state) } : DONE;
}

function badgeOf(state: RoomState): ModelBadge {
  return {
    lastRead: state.lastReadNumber,
    unread: state.unreadCount,
    mentions: state.unreadMentionCount,
    unreadThreads: state.unreadThreadCount,
    threadMentions: state.unreadThreadMentionCount,
  };
}
