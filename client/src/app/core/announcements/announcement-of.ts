import { formatMessage } from '../../shared/language/format-message';

/** A message by somebody else. */
export interface Arrival {
  readonly roomId: string;
  readonly roomName: string;
  /** What is said of it where it came alone. */
  readonly sentence: string;
}

/** What is said in one go: what has been done, each thing by itself, and the messages, of which several are counted. */
export function announcementOf(sentences: readonly string[], arrivals: readonly Arrival[]): string {
  return [...sentences, ofArrivals(arrivals)].filter(Boolean).join(' ');
}

function ofArrivals(arrivals: readonly Arrival[]): string {
  const [first, ...more] = arrivals;
  if (first === undefined) return '';
  if (more.length === 0) return first.sentence;
  const rooms = new Set(arrivals.map(({ roomId }) => roomId)).size;
  const count = arrivals.length;
  return rooms === 1
    ? formatMessage($localize`{count, plural, one {# new message in {room}} other {# new messages in {room}}}`, {
        count,
        room: first.roomName,
      })
    : formatMessage(
        $localize`{count, plural, one {# new message} other {# new messages}} in {rooms, plural, one {# room} other {# rooms}}`,
        { count, rooms },
      );
}
