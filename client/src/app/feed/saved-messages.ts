import type { Message, SavedMessage } from '../core/graphql/model';
import { type ChatState, type RoomState, updateRoom } from './chat-state';
import { type SavedList, without } from './message-list';
import { withQuoteOf } from './quotes';
import { isSameMessage } from './same-message';
import { withEachTimeline } from './threads';

/** A message was saved, or is not any more. Null where the viewer may not read it. */
export function withSaved(
  state: ChatState,
  { messageId, isSaved, saved }: { messageId: string; isSaved: boolean; saved: SavedMessage | null },
): ChatState {
  const marked = [...state.rooms.keys()].reduce(
    (all, roomId) => updateRoom(all, roomId, (room) => withSavedMark(room, messageId, isSaved)),
    state,
  );
  if (!marked.saved) return marked;
  const list = isSaved && saved ? withFirst(marked.saved, saved) : without(marked.saved, ({ id }) => id === messageId);
  return list === marked.saved ? marked : { ...marked, saved: list };
}

/** What has become of a message shows where it is saved as well. */
export function withSavedMessage(state: ChatState, message: Message): ChatState {
  if (!state.saved) return state;
  const { messages } = state.saved;
  const known = messages.find(({ id }) => id === message.id);
  const changed =
    known && !isSameMessage(known, message)
      ? messages.map((other) => (other === known ? { ...message, room: known.room } : other))
      : messages;
  const quoted = withQuoteOf(changed, message);
  return quoted === messages ? state : { ...state, saved: { ...state.saved, messages: quoted } };
}

/** Nothing is shown of a room that the viewer has left. */
export function withoutSavedIn(state: ChatState, roomId: string): ChatState {
  if (!state.saved) return state;
  const saved = without(state.saved, ({ room }) => room.id === roomId);
  return saved === state.saved ? state : { ...state, saved };
}

function withFirst(list: SavedList, message: SavedMessage): SavedList {
  const [first] = list.messages;
  if (first?.id === message.id && isSameMessage(first, message)) return list;
  return { ...list, messages: [message, ...list.messages.filter(({ id }) => id !== message.id)] };
}

function withSavedMark(room: RoomState, messageId: string, isSaved: boolean): RoomState {
  return withEachTimeline(room, (window) => {
    const index = window.messages.findIndex(({ id }) => id === messageId);
    const message = window.messages[index];
    if (!message || message.viewerState.isSaved === isSaved) return window;
    const marked = { ...message, viewerState: { ...message.viewerState, isSaved } };
    return { ...window, messages: window.messages.with(index, marked) };
  });
}
