export { MAX_MESSAGE_LENGTH } from './messages.policy.js';
export { Message } from './message.entity.js';
export { MessageAccess, roomOf } from './message-access.js';
export { MessageDeletion } from './message-deletion.js';
export { MessageEventType } from './messages.events.js';
export { MessageType } from './message.type.js';
export { MessageViewerState } from './message-viewer-state.type.js';
export { MessagesModule } from './messages.module.js';
export { ShownMessages } from './shown-messages.js';
