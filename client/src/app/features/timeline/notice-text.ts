import type { RoomRole } from '../../core/graphql/model';
import type { Notice } from '../../feed/chat-state';

const FIRST = 1;

export function noticeText({ actor, kind, role, seq, user }: Notice): string {
  const name = user.displayName;
  const by = actor && actor.id !== user.id ? actor.displayName : null;
  switch (kind) {
    case 'joined':
      // A room's first event is that its maker is in it.
      if (seq === FIRST) return `${name} created the room.`;
      return by === null ? `${name} joined.` : `${by} added ${name}.`;
    case 'left':
      return by === null ? `${name} left.` : `${by} removed ${name}.`;
    case 'role':
      return roleText(name, by, role);
  }
}

function roleText(name: string, by: string | null, role: RoomRole | null): string {
  switch (role) {
    case 'OWNER':
      return by === null ? `${name} is now the owner.` : `${by} made ${name} the owner.`;
    case 'MODERATOR':
      return by === null ? `${name} is now a moderator.` : `${by} made ${name} a moderator.`;
    case 'MEMBER':
      return by === null ? `${name} is no longer a moderator.` : `${by} removed ${name} as a moderator.`;
    // Of what happened long ago it is not known.
    case null:
      return by === null ? `${name} now has a different role.` : `${by} changed ${name}’s role.`;
  }
}
