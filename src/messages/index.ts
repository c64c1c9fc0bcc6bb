export { MESSAGE_EVENTS } from './messages.events.js';
export { MessagesModule } from './messages.module.js';
