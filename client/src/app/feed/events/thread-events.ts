import { changedRoom } from './changed-room';
import type { EventTable } from './event-table';

/** What is said in threads moves its room to the front. Nothing of it stands in the room's own timeline. */
export const threadEvents = {
  ThreadMessageSent: (state, event) => changedRoom(state, event, (room) => room),
  ThreadMessageEdited: (state, event) => changedRoom(state, event, (room) => room),
  ThreadMessageDeleted: (state, event) => changedRoom(state, event, (room) => room),
} satisfies EventTable;
