export { MessageCard } from './message-card';
export { PinsPanel } from './pins-panel';
export { PinsStore } from './pins.store';
export { SavedPage } from './saved-page';
export { SavedStore } from './saved.store';
