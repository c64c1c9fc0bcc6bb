import { withArrangement } from '../arrangement';
import { updateRoom } from '../chat-state';
import { withNotices } from '../notices';
import { withViewerState } from '../read-state';
import { withoutVisibleRoom, withVisibleRoom } from '../visible-rooms';
import { withoutAllIn } from '../without-all-in';
import { changedRoom } from './changed-room';
import type { EventTable } from './event-table';
import { withoutReportsIn } from './report-events';

/** What happened to a room itself, to what it is to the viewer, and to how they arranged their list; and of the rooms that one may see, whether one is in them or not. */
export const roomEvents = {
  RoomChanged: (state, event) => changedRoom(state, event, (room) => withNotices(room, [event])),
  RoomStateChanged: (state, event) => updateRoom(state, event.roomId, (room) => withViewerState(room, event.state)),
  RoomsArranged: (state, { roomArrangement }) => withArrangement(state, roomArrangement),
  RoomDeleted: (state, { roomId }) => withoutVisibleRoom(withoutAllIn(withoutReportsIn(state, roomId), roomId), roomId),
  PublicRoomAdded: (state, { listed }) => (listed ? withVisibleRoom(state, listed) : state),
  PublicRoomChanged: (state, { listed, roomId }) =>
    listed ? withVisibleRoom(state, listed) : withoutVisibleRoom(state, roomId),
  PublicRoomRemoved: (state, { roomId }) => withoutVisibleRoom(state, roomId),
} satisfies EventTable;
