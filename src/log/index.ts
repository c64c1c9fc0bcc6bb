export {
  CataloguedEvent,
  changesOf,
  departureIn,
  type EventKind,
  isForThoseWhoShareARoom,
  isOneOf,
  isSpeech,
  kindsForThoseWhoShareARoom,
  kindsWith,
  membershipChangeOf,
  messageOf,
  roomToldOf,
  schemaClassesOfEvents,
} from './catalogue.js';
export { Cursors, type FeedScope, type KeptPlace } from './cursors.js';
export { EventLog } from './event-log.js';
export { EventType, HouseEventType, PersonalEventType, schemaNameOf } from './event.type.js';
export { LogModule } from './log.module.js';
export { Journal } from './journal.js';
export { isOfRoom, LoggedEvent, type LoggedRoomEvent, type Particulars } from './logged-event.entity.js';
export { BEGINNING, type LogPosition, placeOf } from './log-position.js';
export { shown } from './shown.js';
export { CursorExpired } from './log.errors.js';
