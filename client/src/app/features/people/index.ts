export { PersonCardTrigger } from './person-card-trigger';
export { PersonCards } from './person-cards';
export { StatusEmoji } from './status-emoji';
export { statusNow, statusText } from './status';
