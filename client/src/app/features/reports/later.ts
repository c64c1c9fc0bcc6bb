// What is opened by those who want it: its code is loaded then, and not with what comes from index.ts.
export { NoticeCard } from './notice-card';
export { NoticesStore } from './notices.store';
export { ReportList } from './report-list';
