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
    return { sentence: `It has one of your keywords: “${keyword}”.`, decider: 'settings' };
  return WORDS[reason];
}

/** What became of the e-mail about it, before the time. */
export function emailWords(status: EmailNoticeStatus): string {
  return EMAIL[status];
}

const EMAIL: Readonly<Record<EmailNoticeStatus, string>> = {
  WAITING: 'Waiting until you had time to read it here',
  SENT: 'Sent',
  FAILED: 'Not taken by the mail server',
  WITHHELD: 'Not needed any more',
};

const WORDS: Readonly<Record<NotificationReason, Why>> = {
  DIRECT_MESSAGE: { sentence: 'It was sent to you in a direct conversation.', decider: null },
  MENTION: { sentence: 'It mentions you.', decider: null },
  REPLY: { sentence: 'It replies to a message of yours.', decider: null },
  ROOM_MENTION: { sentence: 'It mentions everyone in the room.', decider: 'room' },
  KEYWORD: { sentence: 'It has one of your keywords.', decider: 'settings' },
  THREAD_REPLY: { sentence: 'It is in a thread that you follow.', decider: null },
  EVERY_MESSAGE: { sentence: 'You want to be notified of every message in this room.', decider: 'room' },
  OWN_MESSAGE: { sentence: 'It is your own message.', decider: null },
  NOT_A_MEMBER: { sentence: 'You were not in the room.', decider: null },
  MESSAGE_DELETED: { sentence: 'It was deleted.', decider: null },
  AUTHOR_BLOCKED: { sentence: 'You block whoever wrote it.', decider: 'blocked' },
  ROOM_MUTED: { sentence: 'You muted this room.', decider: 'room' },
  LEVEL_NOTHING: { sentence: 'You want to be notified of nothing in this room.', decider: 'room' },
  NOT_ADDRESSED: {
    sentence: 'It does not mention you, and you are not notified of every message in this room.',
    decider: 'room',
  },
  ALREADY_READ: { sentence: 'You had read it by then.', decider: null },
  DO_NOT_DISTURB: { sentence: 'You had turned on do not disturb.', decider: 'settings' },
  QUIET_HOURS: { sentence: 'It came in your quiet hours.', decider: 'settings' },
  DEVICE_IN_USE: {
    sentence: 'You were using Tertulia on one of your devices, so the others were left quiet.',
    decider: null,
  },
};
