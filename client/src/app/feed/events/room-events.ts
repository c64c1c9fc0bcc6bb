import { withoutVisibleRoom, withVisibleRoom } from '../visible-rooms';
import type { EventTable } from './event-table';

/** Of the rooms that one may see, whether one is in them or not. */
export const roomEvents = {
  PublicRoomAdded: (state, { listed }) => (listed ? withVisibleRoom(state, listed) : state),
  PublicRoomRemoved: (state, { roomId }) => withoutVisibleRoom(state, roomId),
} satisfies EventTable;
