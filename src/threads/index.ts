export { ThreadFollowers } from './thread-followers.js';
export { type ThreadEvent, ThreadJournal, type ThreadParticulars, threadIdIn } from './thread-journal.js';
export { ThreadNotFound } from './threads.errors.js';
export { ThreadsOfDeletedRooms } from './threads-of-deleted-rooms.js';
export { ThreadsModule } from './threads.module.js';
export { ThreadType } from './thread.type.js';
export { ShownThreads } from './shown-threads.js';
export { ThreadReadingService } from './thread-reading.service.js';
export { ThreadStateChanged } from './threads.events.js';
