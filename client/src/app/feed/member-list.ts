import type { Member } from '../core/graphql/model';
import type { RoomState } from './chat-state';
import { isSamePerson } from './same-person';

/** A member as they are now. The role of the viewer is the room's own as well, whether the list has been read or not. */
export function withMember(before: RoomState, member: Member, viewerId: string): RoomState {
  const isViewer = member.user.id === viewerId;
  const room = isViewer && before.role !== member.role ? { ...before, role: member.role } : before;
  if (!room.members) return room;
  const known = room.members.byId.get(member.user.id);
  const isSame = known?.role === member.role && known.joinedAt === member.joinedAt;
  if (isSame && isSamePerson(known.user, member.user)) return room;
  return { ...room, members: { ...room.members, byId: new Map(room.members.byId).set(member.user.id, member) } };
}

export function withoutMember(room: RoomState, userId: string): RoomState {
  if (!room.members?.byId.has(userId)) return room;
  const byId = new Map(room.members.byId);
  byId.delete(userId);
  return { ...room, members: { ...room.members, byId } };
}
