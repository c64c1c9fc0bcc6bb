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
  const where = rooms === 1 ? first.roomName : `${String(rooms)} rooms`;
  return `${String(arrivals.length)} new messages in ${where}`;
}
