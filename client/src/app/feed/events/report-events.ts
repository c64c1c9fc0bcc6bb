import { updateRoom } from '../chat-state';
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
