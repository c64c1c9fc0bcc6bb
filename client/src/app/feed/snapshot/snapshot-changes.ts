import type { ChatState, RoomState } from '../chat-state';
import type { SnapshotChange } from './data/snapshot-records';
import { keptConversations } from './kept-conversations';
import { conversationForSnapshot, roomForSnapshot, type SnapshotConversation } from './snapshot';

/** What a page has written, to tell what has changed since: what has not is the same object. */
export interface Written {
  readonly rooms: ReadonlyMap<string, RoomState>;
  readonly conversations: ReadonlyMap<string, SnapshotConversation>;
}

export const NOTHING_WRITTEN: Written = { rooms: new Map(), conversations: new Map() };

/** What there is to write of a state, and what has been written then. `opened` says when each room was open last. */
export function changesSince(
  written: Written,
  { rooms }: ChatState,
  opened: ReadonlyMap<string, number>,
  now: number,
): { readonly change: SnapshotChange; readonly after: Written } {
  const conversations = keptConversations(conversationsOf(rooms, written, opened), now);
  const after: Written = { rooms, conversations: new Map(conversations.map((each) => [each.id, each])) };
  const changed = [...rooms].filter(([id, room]) => written.rooms.get(id) !== room);
  const change: SnapshotChange = {
    rooms: changed.map(([id, room]) => roomForSnapshot(id, room)),
    conversations: conversations.filter((each) => written.conversations.get(each.id) !== each),
    goneRooms: [...written.rooms.keys()].filter((id) => !rooms.has(id)),
    goneConversations: [...written.conversations.keys()].filter((id) => !after.conversations.has(id)),
  };
  return { change, after };
}

/** Each of a room that has not changed is the one that was written. */
function conversationsOf(
  rooms: ChatState['rooms'],
  written: Written,
  opened: ReadonlyMap<string, number>,
): readonly SnapshotConversation[] {
  return [...rooms].flatMap(([id, room]) => {
    const before = written.conversations.get(id);
    const openedAt = opened.get(id) ?? 0;
    if (before && isSameOpened(written.rooms.get(id), room) && before.openedAt === openedAt) return [before];
    const conversation = conversationForSnapshot(id, room, openedAt);
    return conversation ? [conversation] : [];
  });
}

const OPENED = ['timeline', 'members', 'notices', 'pins', 'threads'] as const satisfies readonly (keyof RoomState)[];

function isSameOpened(before: RoomState | undefined, after: RoomState): boolean {
  return before !== undefined && OPENED.every((part) => before[part] === after[part]);
}
