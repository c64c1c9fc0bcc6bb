export { CataloguedEvent, type EventKind, kindOf, kindsWith, schemaClassesOfEvents } from './catalogue.js';
export { Cursors, type FeedScope } from './cursors.js';
export { EventLog } from './event-log.js';
export { EventType, schemaNameOf } from './event.type.js';
export { LogModule } from './log.module.js';
export { LoggedEvent } from './logged-event.entity.js';
export { shown } from './shown.js';
