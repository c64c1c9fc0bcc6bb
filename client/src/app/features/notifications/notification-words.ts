import type { Notifies } from '#rules';
import { formatMessage } from '../../shared/language/format-message';

/** What the words of a notification are made of. */
export interface Spoken {
  readonly reason: Notifies;
  readonly author: string;
  readonly room: string;
  readonly isDirect: boolean;
  /** Whether the conversation is of more than two. */
  readonly hasOthers: boolean;
  readonly isInThread: boolean;
  /** What was said, as plain text; null where its reader does not want it shown. */
  readonly text: string | null;
  readonly files: number;
}

const MAX_TEXT = 180;

/** Who, and where. */
export function titleOf({ author, hasOthers, isDirect, isInThread, room }: Spoken): string {
  if (!isDirect)
    return isInThread
      ? $localize`${author}:name: in a thread in ${room}:room:`
      : $localize`${author}:name: in ${room}:room:`;
  if (hasOthers)
    return isInThread
      ? $localize`${author}:name: in a thread in the conversation with ${room}:names:`
      : $localize`${author}:name: in the conversation with ${room}:names:`;
  return isInThread ? $localize`${author}:name: in a thread` : author;
}

/** What was said, or why it concerns its reader. */
export function bodyOf({ files, reason, text }: Spoken): string {
  if (text === null) return withoutText(reason);
  if (text !== '') return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).trimEnd()} …` : text;
  return formatMessage($localize`{count, plural, =1 {Sent a file} other {Sent # files}}`, { count: files });
}

/** Several that came together, or more than are shown one by one. */
export function summaryOf(rooms: readonly string[], count: number): { readonly title: string; readonly body: string } {
  return {
    title: formatMessage($localize`{count, plural, =1 {1 new message} other {# new messages}}`, { count }),
    body: placesIn(rooms),
  };
}

function placesIn(rooms: readonly string[]): string {
  const [first = '', second, ...more] = rooms;
  if (second === undefined) return $localize`In ${first}:room:`;
  if (more.length === 0) return $localize`In ${first}:oneRoom: and ${second}:otherRoom:`;
  return formatMessage($localize`{count, plural, one {In # room} other {In # rooms}}`, { count: rooms.length });
}

function withoutText(reason: Notifies): string {
  switch (reason) {
    case 'DIRECT_MESSAGE':
      return $localize`Sent you a message`;
    case 'MENTION':
      return $localize`Mentioned you`;
    case 'REPLY':
      return $localize`Replied to you`;
    case 'ROOM_MENTION':
      return $localize`Mentioned everyone in the room`;
    case 'KEYWORD':
      return $localize`Used one of your keywords`;
    case 'THREAD_REPLY':
      return $localize`Replied in a thread that you follow`;
    case 'EVERY_MESSAGE':
      return $localize`Sent a message`;
  }
}
