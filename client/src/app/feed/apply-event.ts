import type { FeedEvent, Member, Message, Room, RoomRole } from '../core/graphql/model';
import { type ChatState, newRoomState, type RoomState, updateRoom } from './chat-state';
import { place, receive } from './message-window';
import { withNotices } from './notices';

type RoomEvent = Extract<FeedEvent, { seq: number }>;
type Joined = Extract<FeedEvent, { __typename: 'MemberJoined' }>;
type Left = Extract<FeedEvent, { __typename: 'MemberLeft' }>;
type RoleChanged = Extract<FeedEvent, { __typename: 'MemberRoleChanged' }>;

/** What the page knows after an event. Applying one twice changes nothing; one of an unknown type is passed over. */
export function applyEvent(state: ChatState, event: FeedEvent): ChatState {
  switch (event.__typename) {
    case 'MessageSent':
      return change(state, event, (room) => sent(room, event.message, state.viewerId));
    case 'MessageEdited':
      return change(state, event, (room) => changed(room, event.message));
    case 'MessageDeleted':
      return change(state, event, (room) => deleted(room, event.message));
    case 'MemberJoined':
      return joined(state, event);
    case 'MemberLeft':
      return left(state, event);
    case 'MemberRoleChanged':
      return change(state, event, (room) => roleChanged(room, event, state.viewerId));
    default:
      return state;
  }
}

function change(state: ChatState, event: RoomEvent, apply: (room: RoomState) => RoomState): ChatState {
  const changed = updateRoom(state, event.room.id, (before) => {
    const after = apply(before);
    return sameRoom(after.room, event.room) ? after : { ...after, room: event.room };
  });
  return toFront(changed, event.room.id);
}

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

function joined(before: ChatState, event: Joined): ChatState {
  const { member, user } = event;
  const isViewer = user.id === before.viewerId;
  const state = isViewer && member ? withNewRoom(before, event.room, member.role) : before;
  return change(state, event, (room) => {
    const after = withNotices(member ? withMember(room, member) : room, [event]);
    return isViewer && member && after.role !== member.role ? { ...after, role: member.role } : after;
  });
}

function withNewRoom(state: ChatState, room: Room, role: RoomRole): ChatState {
  if (state.rooms.has(room.id)) return state;
  const rooms = new Map(state.rooms).set(room.id, newRoomState(room, role));
  return { ...state, rooms, order: [room.id, ...state.order] };
}

function left(state: ChatState, event: Left): ChatState {
  if (event.user.id === state.viewerId) return withoutRoom(state, event.room.id);
  return change(state, event, (room) => withNotices(withoutMember(room, event.user.id), [event]));
}

function roleChanged(before: RoomState, event: RoleChanged, viewerId: string): RoomState {
  const room = withNotices(before, [event]);
  const { member, user } = event;
  if (!member) return room;
  const after = withMember(room, member);
  return user.id === viewerId && after.role !== member.role ? { ...after, role: member.role } : after;
}

export function withMember(room: RoomState, member: Member): RoomState {
  if (!room.members) return room;
  const known = room.members.byId.get(member.user.id);
  if (known?.role === member.role && known.joinedAt === member.joinedAt) return room;
  return { ...room, members: { ...room.members, byId: new Map(room.members.byId).set(member.user.id, member) } };
}

export function withoutMember(room: RoomState, userId: string): RoomState {
  if (!room.members?.byId.has(userId)) return room;
  const byId = new Map(room.members.byId);
  byId.delete(userId);
  return { ...room, members: { ...room.members, byId } };
}

export function withoutRoom(state: ChatState, roomId: string): ChatState {
  if (!state.rooms.has(roomId)) return state;
  const rooms = new Map(state.rooms);
  rooms.delete(roomId);
  return { ...state, rooms, order: state.order.filter((id) => id !== roomId) };
}

function toFront(state: ChatState, roomId: string): ChatState {
  if (!state.rooms.has(roomId) || state.order[0] === roomId) return state;
  return { ...state, order: [roomId, ...state.order.filter((id) => id !== roomId)] };
}

function sameRoom(a: RoomState['room'], b: RoomState['room']): boolean {
  return a.name === b.name && a.topic === b.topic && a.visibility === b.visibility && a.memberCount === b.memberCount;
}
