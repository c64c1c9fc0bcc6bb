import type { RoomRole, RoomViewerState } from '../../core/graphql/model';
import type { ChatState, RoomState } from '../chat-state';
import { called } from '../direct-rooms';
import { withMember, withoutMember } from '../member-list';
import { withNotices } from '../notices';
import { withNewRoom } from '../own-rooms';
import { withVisibleRoom } from '../visible-rooms';
import { withoutAllIn } from '../without-all-in';
import { changedRoom } from './changed-room';
import type { EventOf, EventTable } from './event-table';

export const memberEvents = {
  MemberJoined: joined,
  MemberLeft: left,
  MemberRoleChanged: (state, event) => changedRoom(state, event, (room) => withNoticeOf(event, room, state.viewerId)),
} satisfies EventTable;

function joined(before: ChatState, event: EventOf<'MemberJoined'>): ChatState {
  const { member, user } = event;
  const state = user.id === before.viewerId && member ? entered(before, event, member.role) : before;
  return changedRoom(state, event, (room) => withNoticeOf(event, room, before.viewerId));
}

function entered(state: ChatState, { company, room, seq }: EventOf<'MemberJoined'>, role: RoomRole): ChatState {
  if (room.kind !== 'DIRECT') return withListsToRead(withNewRoom(state, room, role));
  const people = company.directUsers;
  return withNewRoom(state, called(room, people, state.viewerId), role, { people, viewerState: beginningAt(seq) });
}

/** Nobody comes into a direct room after something was said there: what it is to them need not be asked. */
function beginningAt(asOfSeq: number): RoomViewerState {
  return {
    ...{ lastReadNumber: 0, unreadCount: 0, unreadMentionCount: 0, unreadThreadCount: 0, unreadThreadMentionCount: 0 },
    ...{ asOfSeq, notify: 'MENTIONS', isMuted: false, mutedUntil: null, isFavourite: false, isClosed: false },
  };
}

/**
 * What the viewer saved there, before they left it, shows again: it has to be read. So do the threads that they follow by what has happened since. The room itself
 * may be known already, by the answer to their coming.
 */
function withListsToRead(state: ChatState): ChatState {
  const { followed, saved } = state;
  if (saved === null && (followed === null || followed.isStale)) return state;
  return { ...state, saved: null, followed: followed && { ...followed, isStale: true } };
}

/** A room that the viewer has left, or been removed from, is one to join. */
function left(state: ChatState, event: EventOf<'MemberLeft'>): ChatState {
  if (event.user.id === state.viewerId) return withVisibleRoom(withoutAllIn(state, event.room.id), event.room);
  return changedRoom(state, event, (room) => withNotices(withoutMember(room, event.user.id), [event]));
}

/** Somebody who has left since is in the notice alone. */
function withNoticeOf(
  event: EventOf<'MemberJoined' | 'MemberRoleChanged'>,
  room: RoomState,
  viewerId: string,
): RoomState {
  return withNotices(event.member ? withMember(room, event.member, viewerId) : room, [event]);
}
