import type { Message } from '../../core/graphql/model';
import type { ChatState, MessageWindow, RoomState } from '../chat-state';
import { withFollowedRoot } from '../followed-threads';
import { withOwnReaction } from '../message-marks';
import { change, type Marking, receive } from '../message-window';
import { withPinOf } from '../pins';
import { withSaved, withSavedMessage } from '../saved-messages';
import { withTimelineOf } from '../threads';
import { changedRoom } from './changed-room';
import type { EventOf, EventTable } from './event-table';

export const messageEvents = {
  MessageSent: (state, event) => changedRoom(state, event, (room) => sent(room, event.message)),
  MessageEdited: changed,
  MessageDeleted: changed,
  MessagePinned: changed,
  MessageUnpinned: changed,
  LinkPreviewsChanged: changed,
  ReactionAdded: (state, event) => changed(state, event, markingOf(state, event)),
  ReactionRemoved: (state, event) => changed(state, event, markingOf(state, event)),
  SavedMessagesChanged: withSaved,
} satisfies EventTable;

type Change = EventOf<
  | ('MessageEdited' | 'MessageDeleted' | 'MessagePinned' | 'MessageUnpinned')
  | ('LinkPreviewsChanged' | 'ReactionAdded' | 'ReactionRemoved')
>;

function sent(room: RoomState, message: Message): RoomState {
  return withChange(room, message, (timeline) => receive(timeline, message));
}

/** Wherever a message shows: in the room or its thread, in what answers it, among the pins, among what was saved. */
function changed(state: ChatState, event: Change, marking?: Marking): ChatState {
  const { message } = event;
  const room = changedRoom(state, event, (before) =>
    withChange(before, message, (timeline) => change(timeline, message, marking)),
  );
  return withFollowedRoot(withSavedMessage(room, message), message);
}

function withChange(
  room: RoomState,
  message: Message,
  changeWindow: (timeline: MessageWindow) => MessageWindow,
): RoomState {
  const after = withTimelineOf(room, message, changeWindow);
  const pins = after.pins && withPinOf(after.pins, message);
  return pins === after.pins ? after : { ...after, pins };
}

/** An event of a room is the same for all its members: what it makes of one's own reactions is seen from who acted. */
function markingOf(
  { viewerId }: ChatState,
  { __typename, actor, emoji }: EventOf<'ReactionAdded' | 'ReactionRemoved'>,
): Marking | undefined {
  if (actor?.id !== viewerId) return undefined;
  return (message, before) => withOwnReaction(message, before, emoji, __typename === 'ReactionAdded');
}
