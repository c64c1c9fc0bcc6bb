import type { Room } from '../core/graphql/model';
import type { ChatState } from './chat-state';
import { type RoomPage, withoutRoom, withRoom } from './room-page';

/** With a room that may be joined; one that is private or archived, or that nobody is in any more, is not listed. */
export function withVisibleRoom(state: ChatState, room: Room): ChatState {
  if (room.visibility !== 'PUBLIC' || room.memberCount === 0 || room.archivedAt !== null)
    return withoutVisibleRoom(state, room.id);
  return withVisible(state, withRoom(state.visible, room));
}

export function withoutVisibleRoom(state: ChatState, roomId: string): ChatState {
  return withVisible(state, withoutRoom(state.visible, roomId));
}

export function withVisible(state: ChatState, visible: RoomPage): ChatState {
  return visible === state.visible ? state : { ...state, visible };
}
