import type { Member } from '../core/graphql/model';
import type { RoomState } from './chat-state';

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
