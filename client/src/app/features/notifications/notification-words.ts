import type { Notifies } from '#rules';

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
  const thread = isInThread ? ' in a thread' : '';
  if (!isDirect) return `${author}${thread} in ${room}`;
  return hasOthers ? `${author}${thread} in the conversation with ${room}` : `${author}${thread}`;
}

/** What was said, or why it concerns its reader. */
export function bodyOf({ files, reason, text }: Spoken): string {
  if (text === null) return WITHOUT_TEXT[reason];
  if (text !== '') return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).trimEnd()} …` : text;
  return files === 1 ? 'Sent a file' : `Sent ${String(files)} files`;
}

/** Several that came together, or more than are shown one by one. */
export function summaryOf(rooms: readonly string[], count: number): { readonly title: string; readonly body: string } {
  const [first = '', second, ...more] = rooms;
  const where =
    second === undefined ? first : more.length === 0 ? `${first} and ${second}` : `${String(rooms.length)} rooms`;
  return { title: `${String(count)} new messages`, body: `In ${where}` };
}

const WITHOUT_TEXT: Readonly<Record<Notifies, string>> = {
  DIRECT_MESSAGE: 'Sent you a message',
  MENTION: 'Mentioned you',
  REPLY: 'Replied to you',
  ROOM_MENTION: 'Mentioned everyone in the room',
  KEYWORD: 'Used one of your keywords',
  THREAD_REPLY: 'Replied in a thread that you follow',
  EVERY_MESSAGE: 'Sent a message',
};
