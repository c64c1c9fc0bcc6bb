/** Of which messages of a room somebody wants to hear. */
export type NotifyLevel = 'ALL' | 'MENTIONS' | 'NOTHING';

/** Why a message notifies somebody. */
export const NOTIFIES = [
  'DIRECT_MESSAGE',
  'MENTION',
  'REPLY',
  'ROOM_MENTION',
  'KEYWORD',
  'THREAD_REPLY',
  'EVERY_MESSAGE',
] as const;
export type Notifies = (typeof NOTIFIES)[number];

/** Why it does not. */
export const SILENT = [
  'OWN_MESSAGE',
  'NOT_A_MEMBER',
  'MESSAGE_DELETED',
  'AUTHOR_BLOCKED',
  'ROOM_MUTED',
  'LEVEL_NOTHING',
  'NOT_ADDRESSED',
  'ALREADY_READ',
  'DO_NOT_DISTURB',
  'QUIET_HOURS',
  'DEVICE_IN_USE',
] as const;
export type Silent = (typeof SILENT)[number];

export type NotificationReason = Notifies | Silent;

export function isSilent(reason: NotificationReason): reason is Silent {
  return SILENT.some((one) => one === reason);
}

/** What a message is to somebody. */
export interface Addressed {
  readonly isOwn: boolean;
  /** Whether they are in its room. */
  readonly isMember: boolean;
  readonly isDeleted: boolean;
  readonly isAuthorBlocked: boolean;
  /** Now: a mute that has run out is none. */
  readonly isMuted: boolean;
  readonly level: NotifyLevel;
  /** Whether it stands in a direct room, or in a thread there. */
  readonly isDirect: boolean;
  /** Whether it names them. */
  readonly isNamed: boolean;
  /** Whether it answers a message of theirs. */
  readonly isAnswered: boolean;
  /** Whether it names everybody in the room. */
  readonly isRoomNamed: boolean;
  /** Whether it has one of their keywords (`keywordIn`). */
  readonly hasKeyword: boolean;
  readonly isInThread: boolean;
  /** Whether they follow the thread that it stands in. */
  readonly followsThread: boolean;
}

/** What is so at the moment at which somebody would be called. */
export interface Moment {
  readonly at: Date;
  readonly isRead: boolean;
  readonly doNotDisturbUntil: Date | null;
  readonly quietHours: QuietHours | null;
  /** Whether they are using one of their devices. */
  readonly isDeviceInUse: boolean;
}

export interface Answer {
  readonly isNotified: boolean;
  readonly reason: NotificationReason;
}

/** Whether a message notifies somebody, and the one reason for it: of several the first in this order. */
export function notifying(addressed: Addressed, moment: Moment): Answer {
  const silent = silenceOf(addressed);
  if (silent !== null) return { isNotified: false, reason: silent };
  const why = whyAddressed(addressed);
  if (why === null) return { isNotified: false, reason: 'NOT_ADDRESSED' };
  const hindered = hindranceAt(moment);
  return hindered === null ? { isNotified: true, reason: why } : { isNotified: false, reason: hindered };
}

/** What makes it none of somebody's business, whatever it says. */
function silenceOf(addressed: Addressed): Silent | null {
  if (addressed.isOwn) return 'OWN_MESSAGE';
  if (!addressed.isMember) return 'NOT_A_MEMBER';
  if (addressed.isDeleted) return 'MESSAGE_DELETED';
  if (addressed.isAuthorBlocked) return 'AUTHOR_BLOCKED';
  if (addressed.isMuted) return 'ROOM_MUTED';
  return addressed.level === 'NOTHING' ? 'LEVEL_NOTHING' : null;
}

/** What makes it their business; null where nothing does. Whoever wants all messages of a room hears of a thread as everybody does. */
export function whyAddressed(addressed: Addressed): Notifies | null {
  if (addressed.isDirect) return 'DIRECT_MESSAGE';
  if (addressed.isNamed) return 'MENTION';
  if (addressed.isAnswered) return 'REPLY';
  if (addressed.isRoomNamed) return 'ROOM_MENTION';
  if (addressed.hasKeyword) return 'KEYWORD';
  if (addressed.isInThread) return addressed.followsThread ? 'THREAD_REPLY' : null;
  return addressed.level === 'ALL' ? 'EVERY_MESSAGE' : null;
}

/** What keeps it from them at a moment. */
export function hindranceAt({ at, isRead, doNotDisturbUntil, quietHours, isDeviceInUse }: Moment): Silent | null {
  if (isRead) return 'ALREADY_READ';
  if (doNotDisturbUntil !== null && doNotDisturbUntil > at) return 'DO_NOT_DISTURB';
  if (quietHours !== null && isQuietAt(quietHours, at)) return 'QUIET_HOURS';
  return isDeviceInUse ? 'DEVICE_IN_USE' : null;
}

/** In their order: what begins on a day may end on the next. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When somebody wants quiet, each week. */
export interface QuietHours {
  /** As HH:MM, from 00:00 to 23:59. */
  readonly from: string;
  /** As HH:MM. Earlier than `from`, it is of the next day; the same as `from`, it is a whole day later. */
  readonly until: string;
  /** On which days they begin. */
  readonly days: readonly Weekday[];
  /** A name of the IANA's time zone database. */
  readonly timeZone: string;
}

const MINUTES_OF_DAY = 24 * 60;

export function isQuietAt({ from, until, days, timeZone }: QuietHours, at: Date): boolean {
  const { day, minutes } = localTime(at, timeZone);
  const [start, end] = [minutesOf(from), minutesOf(until)];
  const goesOn = end <= start;
  const beganToday = days.includes(day) && minutes >= start && minutes < (goesOn ? MINUTES_OF_DAY : end);
  const beganYesterday = goesOn && days.includes(dayBefore(day)) && minutes < end;
  return beganToday || beganYesterday;
}

/** The minutes since midnight of a time of day as HH:MM; NaN of anything else. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function dayBefore(day: Weekday): Weekday {
  return WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? day;
}

function localTime(at: Date, timeZone: string): { readonly day: Weekday; readonly minutes: number } {
  const clock = new Intl.DateTimeFormat('en', { ...WEEKDAY_AND_TIME, timeZone });
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = WEEKDAYS.find((name) => name === parts.get('weekday')?.toUpperCase()) ?? 'MONDAY';
  return { day, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

const WEEKDAY_AND_TIME = { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
