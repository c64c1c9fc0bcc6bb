import type { MessageWindow, RoomState } from '../../feed/chat-state';
import type { StreamPiece } from './data/stream-requests';

/** By the ids of messages. */
type Texts = ReadonlyMap<string, string>;

export const NO_TEXTS: Texts = new Map();

/** A piece says where it belongs: one that comes twice, or begins anew after a lost connection, changes nothing else. */
export function withPiece(texts: Texts, { message: { id }, offset, text }: Omit<StreamPiece, '__typename'>): Texts {
  const before = texts.get(id) ?? '';
  return new Map(texts).set(id, before.slice(0, offset) + text);
}

/** Whether a message grows in what is loaded of a room and its threads. */
export function isAnyStreaming({ timeline, threads }: RoomState): boolean {
  return isStreamingIn(timeline) || [...threads.values()].some((thread) => isStreamingIn(thread.timeline));
}

function isStreamingIn(window: MessageWindow | null): boolean {
  return window?.messages.some(({ isStreaming }) => isStreaming) ?? false;
}
