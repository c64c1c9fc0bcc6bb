import type { Message, PageMessage, ReadMessage, ThreadSummary } from '../core/graphql/model';
import type { MessageWindow, RoomState, ThreadState, WindowMessage } from './chat-state';
import { toWindowMessage } from './message-window';
import { withQuoteInWindow } from './quotes';
import { withSummary } from './thread-summary';

const UNKNOWN: ThreadState = { root: null, timeline: null, viewerState: null, seen: null, mustAsk: false };

type ChangeWindow = (window: MessageWindow) => MessageWindow;

/** A change of what is known of a thread; of one that nothing is known of yet, too. */
export function updateThread(
  room: RoomState,
  threadId: string,
  change: (thread: ThreadState) => ThreadState,
): RoomState {
  const before = room.threads.get(threadId) ?? UNKNOWN;
  const after = change(before);
  return after === before ? room : { ...room, threads: new Map(room.threads).set(threadId, after) };
}

/** Changes the timeline that a message stands in, as far as it is loaded: the room's, or that of one of its threads. */
export function withTimelineOf(room: RoomState, message: Message, change: ChangeWindow): RoomState {
  const changed: ChangeWindow = (window) => withQuoteInWindow(change(window), message);
  if (message.thread !== null) return updateThread(room, message.thread.id, (thread) => withWindow(thread, changed));
  const timeline = room.timeline && changed(room.timeline);
  return withRoot(timeline === room.timeline ? room : { ...room, timeline }, message.id, change);
}

/** Every timeline of the room that is loaded, and each message that a thread hangs on. */
export function withEachTimeline(room: RoomState, change: ChangeWindow): RoomState {
  const timeline = room.timeline && change(room.timeline);
  const inRoom = timeline === room.timeline ? room : { ...room, timeline };
  return [...room.threads.keys()].reduce(
    (all, id) => updateThread(withRoot(all, id, change), id, (thread) => withWindow(thread, change)),
    inRoom,
  );
}

/** What hangs on a message, wherever that is shown. */
export function withThreadSummary(room: RoomState, summary: ThreadSummary): RoomState {
  const change: ChangeWindow = (window) => withSummary(window, summary);
  const timeline = room.timeline && change(room.timeline);
  return withRoot(timeline === room.timeline ? room : { ...room, timeline }, summary.id, change);
}

/** The message that a thread hangs on, as it was read with it. */
export function withReadRoot(room: RoomState, message: ReadMessage, startedThread: ThreadSummary | null): RoomState {
  const read: PageMessage = { ...message, startedThread };
  return updateThread(room, message.id, (thread) => ({ ...thread, root: toWindowMessage(read, null) }));
}

function withRoot(room: RoomState, threadId: string, change: ChangeWindow): RoomState {
  if (!room.threads.has(threadId)) return room;
  return updateThread(room, threadId, (thread) => {
    const root = thread.root && changedAlone(thread.root, change);
    return root === thread.root ? thread : { ...thread, root };
  });
}

/** It stands alone above its thread: there it is never joined by another one. */
function changedAlone(root: WindowMessage, change: ChangeWindow): WindowMessage {
  const [after = root] = change({ messages: [root], hasOlder: true, newest: root.number }).messages;
  return after;
}

function withWindow(thread: ThreadState, change: ChangeWindow): ThreadState {
  const timeline = thread.timeline && change(thread.timeline);
  return timeline === thread.timeline ? thread : { ...thread, timeline };
}
