export { MAX_MESSAGE_LENGTH } from './messages.policy.js';
export { MessagesModule } from './messages.module.js';
