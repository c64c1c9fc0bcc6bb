import type { Message } from '../../core/graphql/model';
import type { RoomState } from '../chat-state';
import { place, receive } from '../message-window';
import { changedRoom } from './changed-room';
import type { EventTable } from './event-table';

export const messageEvents = {
  MessageSent: (state, event) => changedRoom(state, event, (room) => sent(room, event.message, state.viewerId)),
  MessageEdited: (state, event) => changedRoom(state, event, (room) => changed(room, event.message)),
  MessageDeleted: (state, event) => changedRoom(state, event, (room) => deleted(room, event.message)),
  MessagePinned: (state, event) => changedRoom(state, event, (room) => changed(room, event.message)),
  MessageUnpinned: (state, event) => changedRoom(state, event, (room) => changed(room, event.message)),
  ReactionAdded: (state, event) => changedRoom(state, event, (room) => changed(room, event.message)),
  ReactionRemoved: (state, event) => changedRoom(state, event, (room) => changed(room, event.message)),
} satisfies EventTable;

function sent(room: RoomState, message: Message, viewerId: string): RoomState {
  const timeline = room.timeline && receive(room.timeline, message);
  const counts =
    message.author.id !== viewerId &&
    message.deletedAt === null &&
    message.number > room.readUpTo &&
    !room.unread.includes(message.number);
  if (!counts && timeline === room.timeline) return room;
  return { ...room, timeline, unread: counts ? [...room.unread, message.number] : room.unread };
}

function changed(room: RoomState, message: Message): RoomState {
  if (!room.timeline) return room;
  const timeline = isShown(room, message) ? place(room.timeline, message) : room.timeline;
  return timeline === room.timeline ? room : { ...room, timeline };
}

function deleted(room: RoomState, message: Message): RoomState {
  const after = changed(room, message);
  if (!after.unread.includes(message.number)) return after;
  return { ...after, unread: after.unread.filter((number) => number !== message.number) };
}

/** An edit must not bring in a message that has not been loaded. */
function isShown({ timeline }: RoomState, { number }: Message): boolean {
  return timeline?.messages.some((message) => message.number === number) ?? false;
}
