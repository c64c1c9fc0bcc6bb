import type { RoomPosting, RoomRole, RoomVisibility } from '../../core/graphql/model';
import type { ChangeNotice, MemberNotice, Notice } from '../../feed/chat-state';
import { daysInText, secondsInText } from '../../shared/text/durations';
import { listInText } from '../../shared/language/lists';

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
      if (seq === FIRST) return $localize`${name}:name: created the room.`;
      return by === null ? $localize`${name}:name: joined.` : $localize`${by}:actor: added ${name}:name:.`;
    case 'left':
      return by === null ? $localize`${name}:name: left.` : $localize`${by}:actor: removed ${name}:name:.`;
    case 'role':
      return roleText(name, by, role);
  }
}

/** What the room is called now, and its topic, stand above the messages. */
function changeText(notice: ChangeNotice): string {
  const { actor, changes, visibility, posting, slowModeSeconds, keepMessagesDays } = notice;
  const isRenamed = changes.includes('NAME');
  const deeds = [
    ...(isRenamed ? [$localize`:what somebody did|:renamed the room`] : []),
    ...(visibility === null ? [] : [visibilityText(visibility, isRenamed)]),
    ...(changes.includes('TOPIC') ? [$localize`:what somebody did|:changed the topic`] : []),
    ...(posting === null ? [] : [postingText(posting)]),
    ...(slowModeSeconds === null ? [] : [slowModeText(slowModeSeconds)]),
    ...(changes.includes('RETENTION') ? [retentionText(keepMessagesDays)] : []),
    ...(changes.includes('ARCHIVED') ? [$localize`:what somebody did|:archived the room`] : []),
    ...(changes.includes('UNARCHIVED') ? [$localize`:what somebody did|:took the room out of the archive`] : []),
  ];
  // A newer server knows more that can change.
  if (deeds.length === 0) deeds.push($localize`:what somebody did|:changed the room`);
  return actor === null
    ? $localize`Someone ${listInText(deeds)}:deeds:.`
    : $localize`${actor.displayName}:actor: ${listInText(deeds)}:deeds:.`;
}

function visibilityText(visibility: RoomVisibility, isRenamed: boolean): string {
  switch (visibility) {
    case 'PUBLIC':
      return isRenamed
        ? $localize`:what somebody did|:made it public`
        : $localize`:what somebody did|:made the room public`;
    case 'PRIVATE':
      return isRenamed
        ? $localize`:what somebody did|:made it private`
        : $localize`:what somebody did|:made the room private`;
  }
}

function postingText(posting: RoomPosting): string {
  switch (posting) {
    case 'EVERYONE':
      return $localize`:what somebody did|:let everyone post`;
    case 'MODERATORS':
      return $localize`:what somebody did|:let only the owner and moderators post`;
  }
}

function retentionText(days: number | null): string {
  return days === null
    ? $localize`:what somebody did|:turned off the deletion of old messages`
    : $localize`:what somebody did|:set messages to be deleted after ${daysInText(days)}:time:`;
}

function slowModeText(seconds: number): string {
  return seconds === 0
    ? $localize`:what somebody did|:turned off slow mode`
    : $localize`:what somebody did|:set slow mode to ${secondsInText(seconds)}:time:`;
}

function roleText(name: string, by: string | null, role: RoomRole | null): string {
  switch (role) {
    case 'OWNER':
      return by === null
        ? $localize`${name}:name: is now the owner.`
        : $localize`${by}:actor: made ${name}:name: the owner.`;
    case 'MODERATOR':
      return by === null
        ? $localize`${name}:name: is now a moderator.`
        : $localize`${by}:actor: made ${name}:name: a moderator.`;
    case 'MEMBER':
      return by === null
        ? $localize`${name}:name: is no longer a moderator.`
        : $localize`${by}:actor: removed ${name}:name: as a moderator.`;
    // Of what happened long ago it is not known.
    case null:
      return by === null
        ? $localize`${name}:name: now has a different role.`
        : $localize`${by}:actor: changed ${name}:name:’s role.`;
  }
}
