export { PinsStore } from './pins.store';
export { SavedStore } from './saved.store';
