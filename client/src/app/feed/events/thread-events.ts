import { type ChatState, type MessageWindow, updateRoom } from '../chat-state';
import { withFollowedSummary, withFollowing } from '../followed-threads';
import { change, receive } from '../message-window';
import { withPinOf } from '../pins';
import { withViewerState } from '../read-state';
import { withSavedMessage } from '../saved-messages';
import { withThreadState } from '../thread-reading';
import { withThreadSummary, withTimelineOf } from '../threads';
import { changedRoom } from './changed-room';
import type { EventOf, EventTable } from './event-table';

type ThreadMessageEvent = EventOf<'ThreadMessageSent' | 'ThreadMessageEdited' | 'ThreadMessageDeleted'>;

/** What is said in threads moves its room to the front. Nothing of it stands in the room's own timeline but how much there is. */
export const threadEvents = {
  ThreadMessageSent: (state, event) => changed(state, event, (window) => receive(window, event.message)),
  ThreadMessageEdited: (state, event) => changed(state, event, (window) => change(window, event.message)),
  ThreadMessageDeleted: (state, event) => changed(state, event, (window) => change(window, event.message)),
  ThreadStateChanged: (state, { roomId, roomState, threadId, threadState }) =>
    withFollowing(
      updateRoom(state, roomId, (room) => withThreadState(withViewerState(room, roomState), threadId, threadState)),
      { roomId, threadId },
    ),
} satisfies EventTable;

function changed(
  state: ChatState,
  event: ThreadMessageEvent,
  changeWindow: (window: MessageWindow) => MessageWindow,
): ChatState {
  const { message, thread } = event;
  const inRoom = changedRoom(state, event, (before) => {
    const room = withThreadSummary(withTimelineOf(before, message, changeWindow), summaryOf(thread));
    const pins = room.pins && withPinOf(room.pins, message);
    return pins === room.pins ? room : { ...room, pins };
  });
  const listed = withFollowedSummary(withSavedMessage(inRoom, message), summaryOf(thread));
  return withFollowing(listed, { roomId: event.room.id, threadId: thread.id });
}

function summaryOf({ id, messageCount, lastMessageAt, participants }: ThreadMessageEvent['thread']) {
  return { id, messageCount, lastMessageAt, participants };
}
