export { Conversation } from './conversation';
export { RoomConversation } from './room-conversation';
export { Timeline } from './timeline';
