import type { NotificationReason } from '#rules';
import type { EmailNoticeStatus } from '../../../core/graphql/generated';

/** Which setting decided, where there is one. */
export type Decider = 'room' | 'settings' | 'blocked' | null;

interface Why {
  readonly sentence: string;
  readonly decider: Decider;
}

/** Why a message notified its reader, or did not: as it is said to them. */
export function whyWords(reason: NotificationReason, keyword: string | null): Why {
  if (reason === 'KEYWORD' && keyword !== null)
    return { sentence: $localize`It has one of your keywords: “${keyword}:keyword:”.`, decider: 'settings' };
  return { sentence: sentenceOf(reason), decider: DECIDERS[reason] ?? null };
}

/** What became of the e-mail about it, before the time. */
export function emailWords(status: EmailNoticeStatus): string {
  switch (status) {
    case 'WAITING':
      return $localize`Waiting until you had time to read it here`;
    case 'SENT':
      return $localize`:an e-mail|:Sent`;
    case 'FAILED':
      return $localize`Not taken by the mail server`;
    case 'WITHHELD':
      return $localize`Not needed any more`;
  }
}

const DECIDERS: Readonly<Partial<Record<NotificationReason, Decider>>> = {
  ROOM_MENTION: 'room',
  KEYWORD: 'settings',
  EVERY_MESSAGE: 'room',
  AUTHOR_BLOCKED: 'blocked',
  ROOM_MUTED: 'room',
  LEVEL_NOTHING: 'room',
  NOT_ADDRESSED: 'room',
  DO_NOT_DISTURB: 'settings',
  QUIET_HOURS: 'settings',
};

function sentenceOf(reason: NotificationReason): string {
  switch (reason) {
    case 'DIRECT_MESSAGE':
      return $localize`It was sent to you in a direct conversation.`;
    case 'MENTION':
      return $localize`It mentions you.`;
    case 'REPLY':
      return $localize`It replies to a message of yours.`;
    case 'ROOM_MENTION':
      return $localize`It mentions everyone in the room.`;
    case 'KEYWORD':
      return $localize`It has one of your keywords.`;
    case 'THREAD_REPLY':
      return $localize`It is in a thread that you follow.`;
    case 'EVERY_MESSAGE':
      return $localize`You want to be notified of every message in this room.`;
    case 'OWN_MESSAGE':
      return $localize`It is your own message.`;
    case 'NOT_A_MEMBER':
      return $localize`You were not in the room.`;
    case 'MESSAGE_DELETED':
      return $localize`It was deleted.`;
    case 'AUTHOR_BLOCKED':
      return $localize`You block whoever wrote it.`;
    case 'ROOM_MUTED':
      return $localize`You muted this room.`;
    case 'LEVEL_NOTHING':
      return $localize`You want to be notified of nothing in this room.`;
    case 'NOT_ADDRESSED':
      return $localize`It does not mention you, and you are not notified of every message in this room.`;
    case 'ALREADY_READ':
      return $localize`You had read it by then.`;
    case 'DO_NOT_DISTURB':
      return $localize`You had turned on do not disturb.`;
    case 'QUIET_HOURS':
      return $localize`It came in your quiet hours.`;
    case 'DEVICE_IN_USE':
      return $localize`You were using Tertulia on one of your devices, so the others were left quiet.`;
  }
}
