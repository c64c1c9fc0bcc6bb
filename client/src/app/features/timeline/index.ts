export { Timeline } from './timeline';
export { EditingStore } from './editing.store';
