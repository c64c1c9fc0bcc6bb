export { BlockedList } from './blocked-list.store';
export { Blocking } from './blocking.store';
export { DirectRooms } from './direct-rooms.store';
export { PersonCardTrigger } from './person-card-trigger';
export { PersonCards } from './person-cards';
export { StatusEmoji } from './status-emoji';
export { statusNow, statusText } from './status';
