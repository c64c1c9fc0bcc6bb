export { Timeline } from './timeline';
export { TimelineStore } from './timeline.store';
