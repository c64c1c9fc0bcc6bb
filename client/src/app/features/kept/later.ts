// What is opened by those who want it: its code is loaded then, and not with what comes from index.ts.
export { MessageCard } from './message-card';
export { PinsPanel } from './pins-panel';
export { SavedPage } from './saved-page';
