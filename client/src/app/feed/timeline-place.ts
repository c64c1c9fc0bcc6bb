/** Where one reads and writes: a room, or one of its threads. Provided by whoever puts one on the page. */
export class TimelinePlace {
  /** Names it among all: drafts, and where the reader was, are kept under it. */
  readonly key: string;
  /** What the ids of its elements begin with: a room and one of its threads may stand side by side. */
  readonly idPrefix: string;

  constructor(
    readonly roomId: string,
    readonly threadId: string | null = null,
  ) {
    this.key = threadId === null ? roomId : `${roomId}/${threadId}`;
    this.idPrefix = threadId === null ? '' : THREAD_PREFIX;
  }
}

/** The room of a place, by its key. */
export function roomOfPlace(key: string): string {
  return key.split('/')[0] ?? key;
}

const THREAD_PREFIX = 'thread-';
