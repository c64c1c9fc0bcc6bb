import type { MemberEvent, RoomChangeEvent } from '../core/graphql/model';
import type { ChangeNotice, MemberNotice, Notice, RoomState } from './chat-state';

type NoticedEvent = MemberEvent | RoomChangeEvent;

const KINDS: Record<MemberEvent['__typename'], MemberNotice['kind']> = {
  MemberJoined: 'joined',
  MemberLeft: 'left',
  MemberRoleChanged: 'role',
};

/** Adds what happened, each once and in the room's own order; of unknown types nothing is told. */
export function withNotices(room: RoomState, events: readonly NoticedEvent[]): RoomState {
  const known = new Set(room.notices.map(({ id }) => id));
  const added = events.filter(({ id }) => !known.has(id)).flatMap(toNotices);
  if (added.length === 0) return room;
  return { ...room, notices: [...room.notices, ...added].sort((a, b) => a.seq - b.seq) };
}

function toNotices(event: NoticedEvent): readonly Notice[] {
  if (event.__typename === 'RoomChanged') return [toChangeNotice(event)];
  return event.__typename in KINDS ? [toMemberNotice(event)] : [];
}

function toMemberNotice(event: MemberEvent): MemberNotice {
  const { __typename, id, seq, at, actor, user } = event;
  return { id, seq, at, kind: KINDS[__typename], user, actor, role: 'role' in event ? event.role : null };
}

function toChangeNotice(event: RoomChangeEvent): ChangeNotice {
  const { id, seq, at, actor, changes, visibility, posting } = event;
  const { slowModeSeconds, keepMessagesDays } = event;
  const made = { visibility, posting, slowModeSeconds, keepMessagesDays };
  return { id, seq, at, kind: 'changed', actor, changes, ...made };
}
