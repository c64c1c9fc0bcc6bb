export { ReportQuestion } from './report-question';
export { ReportsAnnouncer } from './reports-announcer';
export { countText } from './report-words';
export { openRoomReports } from './open-room-reports';
