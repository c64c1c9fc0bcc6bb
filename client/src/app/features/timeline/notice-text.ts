import type { Notice } from '../../feed/chat-state';

export function noticeText({ actor, kind, user }: Notice): string {
  const name = user.displayName;
  if (!actor || actor.id === user.id) return kind === 'joined' ? `${name} joined.` : `${name} left.`;
  return kind === 'joined' ? `${actor.displayName} brought in ${name}.` : `${actor.displayName} put ${name} out.`;
}
