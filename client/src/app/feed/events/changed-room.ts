import { type ChatState, type RoomState, updateRoom } from '../chat-state';
import { called } from '../direct-rooms';
import { toFront } from '../own-rooms';
import { withCountedEvent } from '../read-state';
import { isSameRoom } from '../same-room';
import { withNextTurn } from '../slow-mode';
import { withCountedThread } from '../thread-reading';
import type { RoomEvent } from './event-table';

/** What every event of a room brings: the room as it is now, at the front of the list, with what is unread. */
export function changedRoom(state: ChatState, event: RoomEvent, change: (room: RoomState) => RoomState): ChatState {
  const changed = updateRoom(state, event.room.id, (before) => {
    const counted = withCountedThread(withNextTurn(change(before), event, state.viewerId), event, state);
    // Last: from then on the room's counts know of the event.
    const after = withCountedEvent(counted, event, state);
    const room = called(event.room, after.people, state.viewerId);
    return isSameRoom(after.room, room) ? after : { ...after, room };
  });
  return toFront(changed, event.room.id);
}
