import type { MemberEvent } from '../core/graphql/model';
import type { Notice, RoomState } from './chat-state';

const KINDS: Record<MemberEvent['__typename'], Notice['kind']> = {
  MemberJoined: 'joined',
  MemberLeft: 'left',
  MemberRoleChanged: 'role',
};

/** Adds what happened to members, each once and in the room's own order; of unknown types nothing is told. */
export function withNotices(room: RoomState, events: readonly MemberEvent[]): RoomState {
  const known = new Set(room.notices.map(({ id }) => id));
  const added = events.filter(({ __typename, id }) => __typename in KINDS && !known.has(id));
  if (added.length === 0) return room;
  return { ...room, notices: [...room.notices, ...added.map(toNotice)].sort((a, b) => a.seq - b.seq) };
}

function toNotice(event: MemberEvent): Notice {
  const { __typename, id, seq, at, actor, user } = event;
  return { id, seq, at, kind: KINDS[__typename], user, actor, role: 'role' in event ? event.role : null };
}
