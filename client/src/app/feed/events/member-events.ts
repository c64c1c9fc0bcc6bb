import type { ChatState, RoomState } from '../chat-state';
import { withMember, withoutMember } from '../member-list';
import { withNotices } from '../notices';
import { withNewRoom, withoutRoom } from '../own-rooms';
import { withVisibleRoom } from '../visible-rooms';
import { changedRoom } from './changed-room';
import type { EventOf, EventTable } from './event-table';

export const memberEvents = {
  MemberJoined: joined,
  MemberLeft: left,
  MemberRoleChanged: (state, event) => changedRoom(state, event, (room) => roleChanged(room, event, state.viewerId)),
} satisfies EventTable;

function joined(before: ChatState, event: EventOf<'MemberJoined'>): ChatState {
  const { member, user } = event;
  const isViewer = user.id === before.viewerId;
  const state = isViewer && member ? withNewRoom(before, event.room, member.role) : before;
  return changedRoom(state, event, (room) => {
    const after = withNotices(member ? withMember(room, member) : room, [event]);
    return isViewer && member && after.role !== member.role ? { ...after, role: member.role } : after;
  });
}

/** A room that the viewer has left, or been removed from, is one to join. */
function left(state: ChatState, event: EventOf<'MemberLeft'>): ChatState {
  if (event.user.id === state.viewerId) return withVisibleRoom(withoutRoom(state, event.room.id), event.room);
  return changedRoom(state, event, (room) => withNotices(withoutMember(room, event.user.id), [event]));
}

function roleChanged(before: RoomState, event: EventOf<'MemberRoleChanged'>, viewerId: string): RoomState {
  const room = withNotices(before, [event]);
  const { member, user } = event;
  if (!member) return room;
  const after = withMember(room, member);
  return user.id === viewerId && after.role !== member.role ? { ...after, role: member.role } : after;
}
