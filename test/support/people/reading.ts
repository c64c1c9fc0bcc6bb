import type { Person } from './person.js';

/** What a room is to somebody, as the API shows it. */
export interface RoomState {
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  readonly unreadMentionCount: number;
  readonly unreadThreadCount: number;
  readonly unreadThreadMentionCount: number;
  readonly asOfSeq: number;
  readonly notify: 'ALL' | 'MENTIONS' | 'NOTHING';
  readonly isMuted: boolean;
  readonly mutedUntil: string | null;
  readonly isFavourite: boolean;
  readonly isClosed: boolean;
}

export interface Preferences {
  readonly notify?: RoomState['notify'] | null;
  readonly isMuted?: boolean | null;
  readonly mutedUntil?: string | null;
  readonly isFavourite?: boolean | null;
}

interface Place {
  readonly id: string;
}

export const STATE =
  'lastReadNumber unreadCount unreadMentionCount unreadThreadCount unreadThreadMentionCount asOfSeq notify isMuted mutedUntil isFavourite isClosed';
export const STATE_OF_ROOM = `query ($id: ID!) { room(id: $id) { viewerState { ${STATE} } } }`;
export const MARK_READ = `mutation ($id: ID!, $number: Int!) {
  markRead(input: { roomId: $id, number: $number }) { room { id viewerState { ${STATE} } } }
}`;
export const MARK_UNREAD = `mutation ($id: ID!, $number: Int!) {
  markUnread(input: { roomId: $id, fromNumber: $number }) { room { id viewerState { ${STATE} } } }
}`;
export const PREFER = `mutation ($input: SetRoomPreferencesInput!) {
  setRoomPreferences(input: $input) { room { id viewerState { ${STATE} } } }
}`;

interface Marked {
  readonly room: { readonly viewerState: RoomState };
}

export async function stateOf(reader: Person, { id }: Place): Promise<RoomState | null> {
  const { room } = await reader.asks<{ room: { viewerState: RoomState | null } | null }>(STATE_OF_ROOM, { id });
  return room?.viewerState ?? null;
}

/** The badge: how many messages are unread. */
export async function unreadOf(reader: Person, room: Place): Promise<number | null> {
  return (await stateOf(reader, room))?.unreadCount ?? null;
}

export async function reads(reader: Person, { id }: Place, number: number): Promise<RoomState> {
  return (await reader.asks<{ markRead: Marked }>(MARK_READ, { id, number })).markRead.room.viewerState;
}

export async function marksUnread(reader: Person, { id }: Place, number: number): Promise<RoomState> {
  return (await reader.asks<{ markUnread: Marked }>(MARK_UNREAD, { id, number })).markUnread.room.viewerState;
}

export async function prefers(reader: Person, { id }: Place, preferences: Preferences): Promise<RoomState> {
  const input = { roomId: id, ...preferences };
  return (await reader.asks<{ setRoomPreferences: Marked }>(PREFER, { input })).setRoomPreferences.room.viewerState;
}
