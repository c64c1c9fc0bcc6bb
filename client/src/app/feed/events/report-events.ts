import { type ChatState, updateRoom } from '../chat-state';
import type { EventTable } from './event-table';

/** What waits for those who look after rooms. */
export const reportEvents = {
  ReportsChanged: (state, { roomId, openReportCount, openInRoomCount: openReports }) => {
    const inRoom = updateRoom(state, roomId, (room) =>
      room.openReports === openReports ? room : { ...room, openReports },
    );
    return inRoom.openReports === openReportCount ? inRoom : { ...inRoom, openReports: openReportCount };
  },
} satisfies EventTable;

/** With a room go the reports in it. Administrators are told of them once they are gone. */
export function withoutReportsIn(state: ChatState, roomId: string): ChatState {
  const waiting = state.isAdministrator ? 0 : (state.rooms.get(roomId)?.openReports ?? 0);
  return waiting === 0 ? state : { ...state, openReports: Math.max(0, state.openReports - waiting) };
}
