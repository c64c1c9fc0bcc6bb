import type { FeedEvent, Message, SavedMessage } from '../core/graphql/model';
import type { ActivityList, ActivityPage } from './activity-list';
import type { ChatState } from './chat-state';
import { withNextMessages } from './message-list';
import { withQuoteOf } from './quotes';
import { readMarkOf } from './read-state';
import { isHeard } from './reader';
import { isSameMessage } from './same-message';
import { threadMarkOf, withThreadReading } from './thread-reading';

/** Why a message concerns the viewer. */
export type ActivityReason = 'mention' | 'mention-of-everyone' | 'answer' | 'thread';

/** More are not kept: it is read anew when somebody looks at it. */
const MAX_KEPT = 1000;

/** Null where it does not concern them, or does so no more. */
export function reasonOf({ blocked, rooms, viewerId }: ChatState, message: SavedMessage): ActivityReason | null {
  if (message.deletedAt !== null || !isHeard(message.author.id, { blocked, viewerId })) return null;
  if (message.mentions.some(({ id }) => id === viewerId)) return 'mention';
  if (message.mentionsRoom) return 'mention-of-everyone';
  if (message.replyTo?.author.id === viewerId) return 'answer';
  const thread = message.thread && rooms.get(message.room.id)?.threads.get(message.thread.id);
  return thread?.viewerState?.follows ? 'thread' : null;
}

/** False also where that is not known. */
export function isUnread({ rooms }: ChatState, { number, room, thread }: SavedMessage): boolean {
  const state = rooms.get(room.id);
  const stateOfThread = thread && state?.threads.get(thread.id);
  const mark = thread ? stateOfThread && threadMarkOf(stateOfThread) : state && readMarkOf(state);
  return mark ? number > mark.lastReadNumber : false;
}

/** Whether something is missing that only the server can tell: of a room that the viewer came into, or of a thread that they did not follow before. */
export function mustReadActivity({ activity, rooms }: ChatState): boolean {
  if (!activity || activity.joins.size > 0 || activity.messages.length > MAX_KEPT) return true;
  const isMissing = (id: string, follows: boolean | undefined): boolean =>
    follows === true && !activity.threads.has(id);
  return [...rooms.values()].some(({ threads }) =>
    [...threads].some(([id, { viewerState }]) => isMissing(id, viewerState?.follows)),
  );
}

export function withActivity(state: ChatState, { readings, messages, endCursor }: ActivityPage): ChatState {
  const read = readings.reduce(withThreadReading, state);
  return { ...read, activity: { messages, endCursor, threads: new Set(followedIn(read)), joins: new Set() } };
}

export function withMoreActivity(state: ChatState, after: string, page: ActivityPage): ChatState {
  if (state.activity?.endCursor !== after) return state;
  const read = page.readings.reduce(withThreadReading, state);
  const followed = page.readings.flatMap(({ id, viewerState }) => (viewerState?.follows ? [id] : []));
  const threads = new Set([...state.activity.threads, ...followed]);
  return { ...read, activity: { ...state.activity, ...withNextMessages(state.activity, after, page), threads } };
}

/** What an event makes of it, beside what it makes of the rooms. */
export function withActivityEvent(state: ChatState, event: FeedEvent): ChatState {
  const { activity, viewerId } = state;
  if (!activity || !('seq' in event)) return state;
  if ('message' in event)
    return changed(state, withMessage(activity, { ...event.message, room: event.room }, viewerId));
  if (!('user' in event) || event.user.id !== viewerId) return state;
  if (event.__typename === 'MemberLeft') return changed(state, withoutRoom(activity, event.room.id));
  return changed(state, event.__typename === 'MemberJoined' ? withJoin(activity, event.id) : activity);
}

function changed(state: ChatState, activity: ActivityList): ChatState {
  return activity === state.activity ? state : { ...state, activity };
}

function withMessage(list: ActivityList, message: SavedMessage, viewerId: string): ActivityList {
  const placed = withPlaced(list, message, viewerId);
  const messages = withQuoteOf(placed.messages, message);
  return messages === placed.messages ? placed : { ...placed, messages };
}

function withPlaced(list: ActivityList, message: SavedMessage, viewerId: string): ActivityList {
  const index = list.messages.findIndex(({ id }) => id === message.id);
  const known = list.messages[index];
  if (known) {
    if (isSameMessage(known, message)) return list;
    if (message.deletedAt !== null) return { ...list, messages: list.messages.toSpliced(index, 1) };
    return { ...list, messages: list.messages.with(index, { ...message, room: known.room }) };
  }
  if (!mayConcern(message, viewerId)) return list;
  const at = list.messages.findIndex((other) => isNewer(message, other));
  // Behind the last one that is loaded there may be others before it.
  if (at === -1 && list.endCursor !== null) return list;
  const threads = startsThread(message) ? new Set([...list.threads, message.thread?.id ?? '']) : list.threads;
  const { id, name } = message.room;
  const placed = { ...message, room: { id, name } };
  return { ...list, threads, messages: list.messages.toSpliced(at === -1 ? list.messages.length : at, 0, placed) };
}

function withoutRoom(list: ActivityList, roomId: string): ActivityList {
  const messages = list.messages.filter(({ room }) => room.id !== roomId);
  return messages.length === list.messages.length ? list : { ...list, messages };
}

/** What was said there before is to be found again, and what was said meanwhile. */
function withJoin(list: ActivityList, eventId: string): ActivityList {
  return list.joins.has(eventId) ? list : { ...list, joins: new Set([...list.joins, eventId]) };
}

function mayConcern(message: SavedMessage, viewerId: string): boolean {
  const { mentions, mentionsRoom, replyTo, thread } = message;
  const isFor = mentions.some(({ id }) => id === viewerId) || mentionsRoom || replyTo?.author.id === viewerId;
  return isOfOthers(message, viewerId) && (isFor || thread !== null);
}

function isOfOthers({ author, deletedAt }: Message, viewerId: string): boolean {
  return deletedAt === null && author.id !== viewerId;
}

/** Then nothing of the thread is missing. */
function startsThread({ number, thread }: Message): boolean {
  return thread !== null && number === 1;
}

function isNewer(a: Message, b: Message): boolean {
  return a.createdAt > b.createdAt || (a.createdAt === b.createdAt && a.id > b.id);
}

function followedIn({ rooms }: ChatState): string[] {
  return [...rooms.values()].flatMap(({ threads }) =>
    [...threads].flatMap(([id, { viewerState }]) => (viewerState?.follows ? [id] : [])),
  );
}
