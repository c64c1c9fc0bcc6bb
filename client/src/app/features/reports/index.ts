export { NoticeCard } from './notice-card';
export { NoticesStore } from './notices.store';
export { ReportList } from './report-list';
export { ReportQuestion } from './report-question';
export { ReportsAnnouncer } from './reports-announcer';
export { countText } from './report-words';
export { openRoomReports } from './room-reports-dialog';
