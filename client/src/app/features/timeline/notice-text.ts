import type { Notice } from '../../feed/chat-state';

const FIRST = 1;

/** Which role it was is not told: the server shows roles as they are now, not as they were then. */
export function noticeText({ actor, kind, seq, user }: Notice): string {
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
      return by === null ? `${name} now has a different role.` : `${by} changed ${name}’s role.`;
  }
}
