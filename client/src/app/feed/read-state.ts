import type { RoomViewerState } from '../core/graphql/model';
import { type ChatState, type ReadMark, type RoomState, updateRoom } from './chat-state';
import type { RoomEvent } from './events/event-table';

/** How far the viewer has read, as this page shows it: what was read here counts before the server knows. */
export function readMarkOf({ seen, viewerState }: RoomState): ReadMark | null {
  return seen && viewerState && seen.lastReadNumber > viewerState.lastReadNumber ? seen : viewerState;
}

/** What an event of the room changes of what is unread. One that the count knows of already changes nothing. */
export function withCountedEvent(room: RoomState, event: RoomEvent, viewerId: string): RoomState {
  const viewerState = room.viewerState && counted(room.viewerState, event, viewerId);
  const seen = room.seen && counted(room.seen, event, viewerId);
  return viewerState === room.viewerState && seen === room.seen ? room : { ...room, viewerState, seen };
}

/** The viewer has read up to a message, which was the room's last one by then. */
export function withSeen(room: RoomState, { number, seq }: { number: number; seq: number }): RoomState {
  const mark = readMarkOf(room);
  if (!mark || mark.unreadCount === 0 || number <= mark.lastReadNumber) return room;
  return { ...room, seen: { lastReadNumber: number, asOfSeq: seq, unreadCount: 0 } };
}

/** The server takes no mark from here: what it says itself is shown again. */
export function withoutSeen(room: RoomState): RoomState {
  return room.seen ? { ...room, seen: null } : room;
}

/** Everything was read anew: what was read on this page before still waits to be told. */
export function withSeenBefore(state: ChatState, before: ChatState | null): ChatState {
  if (before?.viewerId !== state.viewerId) return state;
  return [...before.rooms].reduce(
    (all, [id, { seen }]) =>
      updateRoom(all, id, (room) => ({ ...room, seen: stillAhead({ ...room, seen }, room.viewerState) ? seen : null })),
    state,
  );
}

/** As the person's own event says it, or the answer to what makes something unread again: it may go back as well. */
export function withViewerState(room: RoomState, viewerState: RoomViewerState | null): RoomState {
  if (isSame(room.viewerState, viewerState)) return room;
  return { ...room, viewerState, seen: stillAhead(room, viewerState) ? room.seen : null };
}

/** As a read says it. It may be older than what is known: that something is unread again comes by an event too. */
export function withReadState(room: RoomState, viewerState: RoomViewerState | null): RoomState {
  const known = room.viewerState;
  if (viewerState === null || (known && viewerState.lastReadNumber < known.lastReadNumber)) return room;
  return withViewerState(room, viewerState);
}

/** What was marked as unread, here or on another device, is not read because it was on this page's way to the server. */
function stillAhead({ seen, viewerState: before }: RoomState, now: RoomViewerState | null): boolean {
  if (!seen || !now) return false;
  const wentBack = before !== null && now.lastReadNumber < before.lastReadNumber;
  return !wentBack && seen.lastReadNumber > now.lastReadNumber;
}

function counted<Mark extends ReadMark>(mark: Mark, event: RoomEvent, viewerId: string): Mark {
  if (event.seq <= mark.asOfSeq) return mark;
  return { ...mark, asOfSeq: event.seq, unreadCount: mark.unreadCount + change(mark, event, viewerId) };
}

function change({ lastReadNumber }: ReadMark, event: RoomEvent, viewerId: string): -1 | 0 | 1 {
  if (event.__typename !== 'MessageSent' && event.__typename !== 'MessageDeleted') return 0;
  const { author, number } = event.message;
  if (author.id === viewerId || number <= lastReadNumber) return 0;
  return event.__typename === 'MessageSent' ? 1 : -1;
}

function isSame(a: RoomViewerState | null, b: RoomViewerState | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.lastReadNumber === b.lastReadNumber &&
    a.unreadCount === b.unreadCount &&
    a.asOfSeq === b.asOfSeq &&
    a.notify === b.notify &&
    a.isMuted === b.isMuted &&
    a.mutedUntil === b.mutedUntil &&
    a.isFavourite === b.isFavourite
  );
}
