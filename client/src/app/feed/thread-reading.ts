import type { ThreadReading, ThreadViewerState } from '../core/graphql/model';
import { type ChatState, type ReadMark, type RoomState, type ThreadState, updateRoom } from './chat-state';
import type { RoomEvent } from './events/event-table';
import { withFollowing } from './followed-threads';
import { isHeard, type Reader } from './reader';
import { withReadState } from './read-state';
import { updateThread } from './threads';

type ThreadEvent = Extract<RoomEvent, { thread: unknown }>;

/** How far the viewer has read a thread, as this page shows it: what was read here counts before the server knows. */
export function threadMarkOf({ seen, viewerState }: ThreadState): ReadMark | null {
  if (!viewerState) return null;
  return seen && seen.lastReadNumber > viewerState.lastReadNumber ? seen : viewerState;
}

/** How many threads of a room have something unread, as this page shows it. */
export function unreadThreadsOf({ threads, viewerState }: RoomState): number {
  const readHere = [...threads.values()].filter(
    (thread) => (thread.viewerState?.unreadCount ?? 0) > 0 && threadMarkOf(thread)?.unreadCount === 0,
  );
  return Math.max(0, (viewerState?.unreadThreadCount ?? 0) - readHere.length);
}

/** How many unread messages of a room's threads name the viewer, as this page shows it. */
export function threadMentionsOf({ threads, viewerState }: RoomState): number {
  const readHere = [...threads.values()].map(
    (thread) => (thread.viewerState?.unreadMentionCount ?? 0) - (threadMarkOf(thread)?.unreadMentionCount ?? 0),
  );
  return Math.max(0, (viewerState?.unreadThreadMentionCount ?? 0) - readHere.reduce((sum, read) => sum + read, 0));
}

/** The viewer has read up to a message of the thread, which was its last one by then. */
export function withThreadSeen(
  room: RoomState,
  threadId: string,
  { number, seq }: { readonly number: number; readonly seq: number },
): RoomState {
  return updateThread(room, threadId, (thread) => {
    const mark = threadMarkOf(thread);
    if (!mark || mark.unreadCount === 0 || number <= mark.lastReadNumber) return thread;
    return { ...thread, seen: { lastReadNumber: number, asOfSeq: seq, unreadCount: 0, unreadMentionCount: 0 } };
  });
}

/** The server takes no mark from here: what it says itself is shown again. */
export function withoutThreadSeen(room: RoomState, threadId: string): RoomState {
  return updateThread(room, threadId, (thread) => (thread.seen ? { ...thread, seen: null } : thread));
}

/** As the person's own event says it, or the answer to what makes something unread again: it may go back as well. */
export function withThreadState(room: RoomState, threadId: string, viewerState: ThreadViewerState | null): RoomState {
  if (viewerState === null) return room;
  return updateThread(room, threadId, (thread) => {
    if (!thread.mustAsk && isSame(thread.viewerState, viewerState)) return thread;
    const seen = stillAhead(thread, viewerState) ? thread.seen : null;
    return { ...thread, viewerState, seen, mustAsk: false };
  });
}

/** As a read says it. It may be older than what is known: that something is unread again comes by an event too. */
export function withThreadReading(state: ChatState, { id, room, viewerState }: ThreadReading): ChatState {
  const read = updateRoom(state, room.id, (before) => {
    const inRoom = withReadState(before, room.viewerState);
    const known = inRoom.threads.get(id)?.viewerState;
    const isOlder = known && viewerState && viewerState.lastReadNumber < known.lastReadNumber;
    return isOlder ? inRoom : withThreadState(inRoom, id, viewerState);
  });
  return withFollowing(read, { roomId: room.id, threadId: id });
}

/** There is no such thread for the viewer any more. */
export function withoutThread(state: ChatState, threadId: string): ChatState {
  return [...state.rooms].reduce(
    (all, [roomId, { threads }]) =>
      threads.get(threadId)?.mustAsk
        ? updateRoom(all, roomId, (room) => updateThread(room, threadId, (thread) => ({ ...thread, mustAsk: false })))
        : all,
    state,
  );
}

/** Everything was read anew: what was read of threads on this page before still waits to be told. */
export function withThreadsSeenBefore(state: ChatState, before: ChatState | null): ChatState {
  if (before?.viewerId !== state.viewerId) return state;
  return [...before.rooms].reduce(
    (all, [roomId, { threads }]) =>
      updateRoom(all, roomId, (room) =>
        [...threads].reduce(
          (known, [id, { seen }]) =>
            seen ? updateThread(known, id, (thread) => ({ ...thread, seen, mustAsk: true })) : known,
          room,
        ),
      ),
    state,
  );
}

/**
 * What an event of a thread changes of what is unread in it, and of the number of threads with something unread. Where only the server knows whether the
 * viewer follows the thread, it has to be asked.
 */
export function withCountedThread(room: RoomState, event: RoomEvent, reader: Reader): RoomState {
  if (!('thread' in event)) return room;
  const isNewToRoom = room.viewerState !== null && event.seq > room.viewerState.asOfSeq;
  const known = room.threads.get(event.thread.id)?.viewerState ?? null;
  const after = stateAfter(known, event, reader, isNewToRoom);
  if (after === null) return room;
  if (after === ASK) return updateThread(room, event.thread.id, asked);
  const withThread = updateThread(room, event.thread.id, (thread) => {
    const seen = thread.seen && counted(thread.seen, event, reader);
    return after === thread.viewerState && seen === thread.seen ? thread : { ...thread, viewerState: after, seen };
  });
  return isNewToRoom ? withCounts(withThread, known, after) : withThread;
}

const ASK = 'ask';

/** The room's counts follow from what has become of one of its threads. */
function withCounts(room: RoomState, before: ThreadViewerState | null, after: ThreadViewerState): RoomState {
  const { viewerState } = room;
  const threads = Number(after.unreadCount > 0) - Number((before?.unreadCount ?? 0) > 0);
  const mentions = after.unreadMentionCount - (before?.unreadMentionCount ?? 0);
  if (!viewerState || (threads === 0 && mentions === 0)) return room;
  const unreadThreadCount = viewerState.unreadThreadCount + threads;
  const unreadThreadMentionCount = viewerState.unreadThreadMentionCount + mentions;
  return { ...room, viewerState: { ...viewerState, unreadThreadCount, unreadThreadMentionCount } };
}

/** Null where there is nothing to say about a thread that nothing is known of. */
function stateAfter(
  known: ThreadViewerState | null,
  event: ThreadEvent,
  reader: Reader,
  isNewToRoom: boolean,
): ThreadViewerState | typeof ASK | null {
  if (known === null) {
    if (isNewToRoom) return begun(event, reader);
    return mayBegin(event, reader.viewerId) ? ASK : null;
  }
  if (known.asOfSeq < event.seq) return changed(known, event, reader);
  // It knows of the event, the room's count does not: what the thread was before is not known any more.
  return isNewToRoom && event.__typename !== 'ThreadMessageEdited' ? ASK : known;
}

/** Whether the viewer may follow the thread from this event on, if they have not before. */
function mayBegin(event: ThreadEvent, viewerId: string): boolean {
  const isOwn = event.message.author.id === viewerId;
  return event.__typename === 'ThreadMessageSent' && (isOwn || isFor(event, viewerId));
}

function asked(thread: ThreadState): ThreadState {
  return thread.mustAsk ? thread : { ...thread, mustAsk: true };
}

/** Nobody has said anything about a thread before its first message, and so who it is for follows from that alone. */
function begun(event: ThreadEvent, reader: Reader): ThreadViewerState | typeof ASK | null {
  const { message, seq } = event;
  if (event.__typename === 'ThreadMessageEdited') return null;
  const isAsItBegan = message.number === 1 && message.editedAt === null && message.deletedAt === null;
  if (event.__typename !== 'ThreadMessageSent' || !isAsItBegan) return ASK;
  const follows = message.author.id === reader.viewerId || isFor(event, reader.viewerId);
  const unreadCount = follows && isHeard(message.author.id, reader) ? 1 : 0;
  return {
    follows,
    lastReadNumber: 0,
    unreadCount,
    unreadMentionCount: changeOfMentions(event, 0, reader),
    asOfSeq: seq,
  };
}

function changed(known: ThreadViewerState, event: ThreadEvent, reader: Reader): ThreadViewerState | typeof ASK {
  // Whoever has said that they do not want to hear of it is not told from whoever has said nothing.
  if (!known.follows && mayBegin(event, reader.viewerId)) return ASK;
  return known.follows ? counted(known, event, reader) : { ...known, asOfSeq: event.seq };
}

function counted<Mark extends ReadMark>(mark: Mark, event: ThreadEvent, reader: Reader): Mark {
  if (event.seq <= mark.asOfSeq) return mark;
  return {
    ...mark,
    asOfSeq: event.seq,
    unreadCount: mark.unreadCount + changeOfUnread(event, mark.lastReadNumber, reader),
    unreadMentionCount: mark.unreadMentionCount + changeOfMentions(event, mark.lastReadNumber, reader),
  };
}

/** What names the viewer by an edit, or does so no more, comes as an event of their own. */
function changeOfMentions({ __typename, message }: ThreadEvent, lastReadNumber: number, reader: Reader): 0 | 1 {
  const isNews =
    __typename === 'ThreadMessageSent' && isHeard(message.author.id, reader) && message.number > lastReadNumber;
  return isNews && message.mentions.some(({ id }) => id === reader.viewerId) ? 1 : 0;
}

function changeOfUnread({ __typename, message }: ThreadEvent, lastReadNumber: number, reader: Reader): -1 | 0 | 1 {
  if (!isHeard(message.author.id, reader) || message.number <= lastReadNumber) return 0;
  return __typename === 'ThreadMessageSent' ? 1 : __typename === 'ThreadMessageDeleted' ? -1 : 0;
}

/** Makes them follow the thread, unless they have said otherwise: it hangs on their message, or names them. */
function isFor({ message, thread }: ThreadEvent, viewerId: string): boolean {
  return thread.root.author.id === viewerId || message.mentions.some(({ id }) => id === viewerId);
}

/** What was marked as unread, here or on another device, is not read because it was on this page's way to the server. */
function stillAhead({ seen, viewerState: before }: ThreadState, now: ThreadViewerState): boolean {
  if (!seen) return false;
  const wentBack = before !== null && now.lastReadNumber < before.lastReadNumber;
  return !wentBack && now.follows && seen.lastReadNumber > now.lastReadNumber;
}

function isSame(a: ThreadViewerState | null, b: ThreadViewerState): boolean {
  return (
    a?.lastReadNumber === b.lastReadNumber &&
    a.follows === b.follows &&
    a.unreadCount === b.unreadCount &&
    a.unreadMentionCount === b.unreadMentionCount &&
    a.asOfSeq === b.asOfSeq
  );
}
