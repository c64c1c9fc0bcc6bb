export { BlockedPeople } from './blocked-people.js';
export { BlockingModule } from './blocking.module.js';
