interface CountedRoom {
  readonly unread: number;
  readonly mentions: number;
  readonly threads: number;
  readonly isMuted: boolean;
}

/** What is unread in rooms that are not shown. */
export interface HiddenUnread {
  /** Messages, and threads with something unread. */
  readonly count: number;
  readonly mentions: number;
}

export const NONE: HiddenUnread = { count: 0, mentions: 0 };

/** What is muted calls for nothing. */
export function hiddenUnread(rooms: readonly CountedRoom[]): HiddenUnread {
  return rooms.reduce<HiddenUnread>(
    (sum, { unread, mentions, threads, isMuted }) =>
      isMuted ? sum : { count: sum.count + unread + threads, mentions: sum.mentions + mentions },
    NONE,
  );
}
