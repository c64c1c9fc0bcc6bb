import type { RoomPosting, RoomRole } from '../../core/graphql/model';
import type { ChangeNotice, MemberNotice, Notice } from '../../feed/chat-state';
import { daysInText, secondsInText } from '../../shared/text/durations';

const FIRST = 1;

export function noticeText(notice: Notice): string {
  return notice.kind === 'changed' ? changeText(notice) : memberText(notice);
}

function memberText({ actor, kind, role, seq, user }: MemberNotice): string {
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

/** What the room is called now, and its topic, stand above the messages. */
function changeText(notice: ChangeNotice): string {
  const { actor, changes, visibility, posting, slowModeSeconds, keepMessagesDays } = notice;
  const isRenamed = changes.includes('NAME');
  const deeds = [
    ...(isRenamed ? ['renamed the room'] : []),
    ...(visibility === null ? [] : [`made ${isRenamed ? 'it' : 'the room'} ${visibility.toLowerCase()}`]),
    ...(changes.includes('TOPIC') ? ['changed the topic'] : []),
    ...(posting === null ? [] : [POSTING[posting]]),
    ...(slowModeSeconds === null ? [] : [slowModeText(slowModeSeconds)]),
    ...(changes.includes('RETENTION') ? [retentionText(keepMessagesDays)] : []),
    ...(changes.includes('ARCHIVED') ? ['archived the room'] : []),
    ...(changes.includes('UNARCHIVED') ? ['took the room out of the archive'] : []),
  ];
  // A newer server knows more that can change.
  return `${actor?.displayName ?? 'Someone'} ${deeds.length === 0 ? 'changed the room' : inOneSentence(deeds)}.`;
}

const POSTING: Record<RoomPosting, string> = {
  EVERYONE: 'let everyone post',
  MODERATORS: 'let only the owner and moderators post',
};

function retentionText(days: number | null): string {
  return days === null
    ? 'turned off the deletion of old messages'
    : `set messages to be deleted after ${daysInText(days)}`;
}

function slowModeText(seconds: number): string {
  return seconds === 0 ? 'turned off slow mode' : `set slow mode to ${secondsInText(seconds)}`;
}

function inOneSentence(deeds: readonly string[]): string {
  const last = deeds.at(-1) ?? '';
  return deeds.length === 1 ? last : `${deeds.slice(0, -1).join(', ')} and ${last}`;
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
