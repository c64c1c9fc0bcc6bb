export { Conversation } from './conversation';
export { MessageMenus } from './message-menus';
export { RoomConversation } from './room-conversation';
export { ThreadConversation } from './thread-conversation';
export { Timeline } from './timeline';
