import { type Addressed, keywordIn, type Moment } from '#rules';
import type { FeedEvent, RoomViewerState } from '../../core/graphql/model';
import type { ChatState, RoomState } from '../../feed/chat-state';
import { readMarkOf } from '../../feed/read-state';
import { threadMarkOf } from '../../feed/thread-reading';

/** Somebody said something, in a room or in a thread. */
export type Sent = Extract<
  FeedEvent,
  { __typename: 'MessageSent' | 'ThreadMessageSent' | 'MessageEdited' | 'ThreadMessageEdited' }
>;

/** Where a message stands: what is read is told by that. */
export interface Placed {
  readonly id: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly number: number;
}

/** What a bot writes piece by piece counts once it is done: that is an edit without a time. */
export function isSent(event: FeedEvent): event is Sent {
  switch (event.__typename) {
    case 'MessageSent':
    case 'ThreadMessageSent':
      return !event.message.isStreaming;
    case 'MessageEdited':
    case 'ThreadMessageEdited':
      return !event.message.isStreaming && event.message.editedAt === null && event.message.deletedAt === null;
    default:
      return false;
  }
}

export function placeOf({ message, room }: Sent): Placed {
  return { id: message.id, roomId: room.id, threadId: message.thread?.id ?? null, number: message.number };
}

/** What a message is to the viewer, as the rule of src/rules asks it. */
export function addressedOf(state: ChatState, event: Sent, now: Date): Addressed {
  const { message, room } = event;
  const { blocked, notificationSettings, viewerId } = state;
  const known = state.rooms.get(room.id);
  return {
    isOwn: message.author.id === viewerId,
    isMember: known !== undefined,
    isDeleted: message.deletedAt !== null,
    isAuthorBlocked: blocked.has(message.author.id),
    isMuted: isMutedAt(known?.viewerState ?? null, now),
    level: known?.viewerState?.notify ?? 'MENTIONS',
    isDirect: room.kind === 'DIRECT',
    isNamed: message.mentions.some(({ id }) => id === viewerId),
    isAnswered: message.replyTo?.author.id === viewerId,
    isRoomNamed: message.mentionsRoom,
    hasKeyword: keywordIn(message.body, notificationSettings.keywords) !== null,
    isInThread: message.thread !== null,
    followsThread: threadOf(known, message.thread)?.viewerState?.follows ?? false,
  };
}

/** What is so now. The device in use is this one: whether its person looks at the page is asked where it is shown. */
export function momentOf(state: ChatState, place: Placed, now: Date): Moment {
  const { doNotDisturbUntil, notificationSettings, timeZone } = state;
  const { quietHours } = notificationSettings;
  return {
    at: now,
    isRead: isReadIn(state, place),
    doNotDisturbUntil: doNotDisturbUntil === null ? null : new Date(doNotDisturbUntil),
    quietHours: quietHours && { ...quietHours, timeZone: quietHours.timeZone ?? timeZone ?? 'UTC' },
    isDeviceInUse: false,
  };
}

/** False also where that is not known; what is in a room that is the viewer's no more needs no reading. */
export function isReadIn({ rooms }: ChatState, { number, roomId, threadId }: Placed): boolean {
  const room = rooms.get(roomId);
  if (!room) return true;
  const thread = threadId === null ? null : room.threads.get(threadId);
  const mark = threadId === null ? readMarkOf(room) : thread ? threadMarkOf(thread) : null;
  return mark !== null && number <= mark.lastReadNumber;
}

/** Whether only the server can say if the viewer follows the thread; it is being asked then. */
export function mustAskFirst({ rooms }: ChatState, { message, room }: Sent): boolean {
  return threadOf(rooms.get(room.id), message.thread)?.mustAsk ?? false;
}

function threadOf(room: RoomState | undefined, thread: Sent['message']['thread']) {
  return thread ? room?.threads.get(thread.id) : undefined;
}

function isMutedAt(state: RoomViewerState | null, now: Date): boolean {
  if (!state?.isMuted) return false;
  return state.mutedUntil === null || Date.parse(state.mutedUntil) > now.getTime();
}
