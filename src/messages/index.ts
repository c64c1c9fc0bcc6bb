export { MessageNotFound } from './messages.errors.js';
export { MAX_MESSAGE_LENGTH } from './messages.policy.js';
export { Message } from './message.entity.js';
export { type Answered, MessageAnswers } from './message-answers.js';
export { MessageAccess, roomOf } from './message-access.js';
export { MessageContentColumn } from './message-content.column.js';
export { plainTextOf } from './message-content.js';
export { type Deletion, MessageDeletion } from './message-deletion.js';
export { MessageErasure } from './message-erasure.js';
export { type MentionKeeper, MessageMentions, type Named, type Placed } from './message-mentions.js';
export {
  MessageDeleted,
  MessageEdited,
  MessageEventType,
  MessagePinned,
  MessageSent,
  MessageUnpinned,
  type SpokenEventType,
} from './messages.events.js';
export { MessageConnection, MessageType } from './message.type.js';
export { MessageViewerState } from './message-viewer-state.type.js';
export { MessagesOfDeletedRooms } from './messages-of-deleted-rooms.js';
export { MessagesModule } from './messages.module.js';
export { MessagesService } from './messages.service.js';
export { NamedMessages } from './named-messages.js';
export { ShownMessages } from './shown-messages.js';
export { RetentionSweep } from './retention/retention.sweep.js';
export { RoomMentionChange } from './room-mention-change.js';
export { ThreadMessageDeleted, ThreadMessageEdited, ThreadMessageSent } from './thread-messages.events.js';
