import type { Shown } from '../graphql/index.js';

export type { Shown };

/**
 * Names of what an answer can show and a later event can change. Whoever reads such a thing for an answer notes its name; each
 * kind of event says which names it touches (`EventKind.changes`).
 */
export const shown = {
  message: (id: string): Shown => `message:${id}`,
  /** How people reacted to a message. */
  reactionsTo: (messageId: string): Shown => `reactions:${messageId}`,
  /** The previews of pages that a message links to. */
  linkPreviewsOf: (messageId: string): Shown => `previews:${messageId}`,
  /** Whether somebody saved a message. */
  saved: (userId: string, messageId: string): Shown => `saved:${userId}:${messageId}`,
  /** A thread, and which messages there are in it. Its id is that of the message that it hangs on, which may have none yet. */
  thread: (id: string): Shown => `thread:${id}`,
  /** Which messages of a room are pinned. */
  pinsOf: (roomId: string): Shown => `pins:${roomId}`,
  /** Which messages there are in a room. */
  messagesOf: (roomId: string): Shown => `messages:${roomId}`,
  /** How many messages of a room count as unread, for whomever. */
  unreadOf: (roomId: string): Shown => `unread:${roomId}`,
  /** What somebody has read of a room, and how they want to hear of it. */
  roomState: (roomId: string, userId: string): Shown => `state:${roomId}:${userId}`,
  /** What somebody has read of a thread, and whether they follow it. */
  threadState: (threadId: string, userId: string): Shown => `state:${threadId}:${userId}`,
  /** Whether somebody blocks another one. */
  blocked: (userId: string, blockedId: string): Shown => `blocked:${userId}:${blockedId}`,
  /** When and how somebody wants to be called. */
  notificationSettings: (userId: string): Shown => `notifications:${userId}`,
  /** How somebody arranged their list of rooms. */
  roomArrangement: (userId: string): Shown => `arrangement:${userId}`,
  /** How many reports somebody could deal with. */
  reportsTo: (userId: string): Shown => `reports:${userId}`,
  /** What somebody was told by those who look after rooms. */
  noticesOf: (userId: string): Shown => `notices:${userId}`,
  user: (id: string): Shown => `user:${id}`,
  /** A room's own fields, the number of its members among them. */
  room: (id: string): Shown => `room:${id}`,
  member: (roomId: string, userId: string): Shown => `member:${roomId}:${userId}`,
  /** Who is in a room, and who came and went. */
  membersOf: (roomId: string): Shown => `members:${roomId}`,
};
