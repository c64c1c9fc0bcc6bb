import type { ChatState } from '../chat-state';

/** The rooms as they are in `after`, but for those that are not as in `before` any more: they were read meanwhile. */
export function withUnchanged(state: ChatState, before: ChatState, after: ChatState): ChatState {
  const rooms = [...state.rooms].map(([id, room]) => {
    const isUnchanged = before.rooms.get(id) === room;
    return [id, isUnchanged ? (after.rooms.get(id) ?? room) : room] as const;
  });
  return { ...state, rooms: new Map(rooms) };
}
