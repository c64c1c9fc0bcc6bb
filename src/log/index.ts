export { Cursors, type FeedScope } from './cursors.js';
export { EventLog } from './event-log.js';
export { EventType, kindOf } from './event.type.js';
export { LogModule } from './log.module.js';
export { LoggedEvent } from './logged-event.entity.js';
