interface ListedRoom {
  readonly id: string;
  readonly unread: number;
  readonly threads: number;
  readonly isMuted: boolean;
  readonly open: boolean;
}

/** The next room of a list with something unread in it or in its threads, or the previous one, from the open room on and around; null where there is none. */
export function nextUnread(rooms: readonly ListedRoom[], step: 1 | -1): string | null {
  const open = rooms.findIndex((room) => room.open);
  const ordered = step === 1 ? rooms : rooms.toReversed();
  const from = open === -1 ? 0 : (step === 1 ? open : rooms.length - 1 - open) + 1;
  const around = [...ordered.slice(from), ...ordered.slice(0, from)];
  return around.find((room) => room.unread + room.threads > 0 && !room.isMuted && !room.open)?.id ?? null;
}
