export { Conversation } from './conversation';
export { RoomConversation } from './room-conversation';
export { ThreadConversation } from './thread-conversation';
export { Timeline } from './timeline';
