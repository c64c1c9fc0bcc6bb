import type { Room, RoomRole } from '../core/graphql/model';
import { withArrangement, withoutRoomIn } from './arrangement';
import { type ChatState, newRoomState, type RoomState } from './chat-state';

export function withNewRoom(
  state: ChatState,
  room: Room,
  role: RoomRole,
  more: Partial<Pick<RoomState, 'people' | 'viewerState'>> = {},
): ChatState {
  if (state.rooms.has(room.id)) return state;
  const rooms = new Map(state.rooms).set(room.id, { ...newRoomState(room, role), ...more });
  return { ...state, rooms, order: [room.id, ...state.order] };
}

export function withoutRoom(state: ChatState, roomId: string): ChatState {
  const arrangement = withoutRoomIn(state.arrangement, roomId);
  if (!state.rooms.has(roomId)) return arrangement === state.arrangement ? state : withArrangement(state, arrangement);
  const rooms = new Map(state.rooms);
  rooms.delete(roomId);
  return { ...state, rooms, arrangement, order: state.order.filter((id) => id !== roomId) };
}

export function toFront(state: ChatState, roomId: string): ChatState {
  if (!state.rooms.has(roomId) || state.order[0] === roomId) return state;
  return { ...state, order: [roomId, ...state.order.filter((id) => id !== roomId)] };
}
