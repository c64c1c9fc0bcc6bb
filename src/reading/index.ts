export { RoomStateChanged } from './reading.events.js';
export { ReadingModule } from './reading.module.js';
