import type { RoomViewerState } from '../core/graphql/model';
import { type ChatState, type ReadMark, type RoomState, updateRoom } from './chat-state';
import type { RoomEvent } from './events/event-table';
import { isHeard, type Reader } from './reader';

type MessageEvent = Extract<RoomEvent, { roomMention: unknown }>;

/** How far the viewer has read, as this page shows it: what was read here counts before the server knows. */
export function readMarkOf({ seen, viewerState }: RoomState): ReadMark | null {
  return seen && viewerState && seen.lastReadNumber > viewerState.lastReadNumber ? seen : viewerState;
}

/** What an event of the room changes of what is unread. One that the count knows of already changes nothing. */
export function withCountedEvent(room: RoomState, event: RoomEvent, reader: Reader): RoomState {
  const viewerState = room.viewerState && countedState(room.viewerState, event, reader);
  const seen = room.seen && counted(room.seen, event, reader);
  return viewerState === room.viewerState && seen === room.seen ? room : { ...room, viewerState, seen };
}

/** The viewer has read up to a message, which was the room's last one by then. */
export function withSeen(room: RoomState, { number, seq }: { number: number; seq: number }): RoomState {
  const mark = readMarkOf(room);
  if (!mark || mark.unreadCount === 0 || number <= mark.lastReadNumber) return room;
  return { ...room, seen: { lastReadNumber: number, asOfSeq: seq, unreadCount: 0, unreadMentionCount: 0 } };
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

function countedState(before: RoomViewerState, event: RoomEvent, reader: Reader): RoomViewerState {
  const after = counted(before, event, reader);
  return after !== before && after.isClosed && takesBack(event, reader) ? { ...after, isClosed: false } : after;
}

/** Something new takes a direct room back into the list, whoever said it, but for those whom the viewer blocks. */
function takesBack(event: RoomEvent, { blocked }: Reader): boolean {
  const isSaid = event.__typename === 'MessageSent' || event.__typename === 'ThreadMessageSent';
  return isSaid && !blocked.has(event.message.author.id);
}

function counted<Mark extends ReadMark>(mark: Mark, event: RoomEvent, reader: Reader): Mark {
  if (event.seq <= mark.asOfSeq) return mark;
  const after = { ...mark, asOfSeq: event.seq };
  if (!isAboutUnread(event, mark, reader)) return after;
  const { unreadCount, unreadMentionCount } = mark;
  const change = CHANGES[event.__typename] ?? 0;
  // What is said in a direct room is said to the viewer.
  const mentions = event.room.kind === 'DIRECT' ? change : changeOfMentions(event, reader.viewerId);
  return { ...after, unreadCount: unreadCount + change, unreadMentionCount: unreadMentionCount + mentions };
}

const CHANGES: Readonly<Partial<Record<MessageEvent['__typename'], 1 | -1>>> = { MessageSent: 1, MessageDeleted: -1 };

/** What names the viewer by an edit, or does so no more, comes as an event of their own. */
function changeOfMentions(event: MessageEvent, viewerId: string): -1 | 0 | 1 {
  if (event.roomMention === 'BEGAN') return 1;
  if (event.roomMention === 'ENDED') return -1;
  return event.__typename === 'MessageSent' && event.message.mentions.some(({ id }) => id === viewerId) ? 1 : 0;
}

function isAboutUnread(event: RoomEvent, { lastReadNumber }: ReadMark, reader: Reader): event is MessageEvent {
  if (!('roomMention' in event)) return false;
  const { author, number } = event.message;
  return isHeard(author.id, reader) && number > lastReadNumber;
}

function isSame(a: RoomViewerState | null, b: RoomViewerState | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.lastReadNumber === b.lastReadNumber &&
    a.unreadCount === b.unreadCount &&
    a.unreadMentionCount === b.unreadMentionCount &&
    a.unreadThreadCount === b.unreadThreadCount &&
    a.unreadThreadMentionCount === b.unreadThreadMentionCount &&
    a.asOfSeq === b.asOfSeq &&
    a.notify === b.notify &&
    a.isMuted === b.isMuted &&
    a.mutedUntil === b.mutedUntil &&
    a.isFavourite === b.isFavourite &&
    a.isClosed === b.isClosed
  );
}
