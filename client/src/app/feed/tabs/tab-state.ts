import type { ServerInfo } from '../../core/graphql/model';
import type { ChatState } from '../chat-state';
import type { ConnectionState } from '../connection.store';
import {
  conversationForSnapshot,
  fromSnapshot,
  roomForSnapshot,
  type SnapshotChat,
  type SnapshotConversation,
  type SnapshotRoom,
  stateForSnapshot,
  withConversations,
} from '../snapshot/snapshot';
import type { OpenedRooms } from '../snapshot/snapshot-archive';

/** The state of one tab as another one gets it: in the form of the snapshot, since what lasts over a reload is what a tab begins with. */
export interface TabState {
  readonly cursor: string;
  readonly server: ServerInfo;
  readonly connection: ConnectionState;
  readonly chat: SnapshotChat['state'];
  readonly rooms: readonly SnapshotRoom[];
  /** What was said in the room that was asked for; null where this tab has not opened it. */
  readonly conversation: SnapshotConversation | null;
}

export function tabStateOf(
  state: ChatState,
  beside: Pick<TabState, 'connection' | 'cursor' | 'server'>,
  roomId: string | null,
  opened: OpenedRooms,
): TabState {
  return {
    ...beside,
    chat: stateForSnapshot(state),
    rooms: [...state.rooms].map(([id, room]) => roomForSnapshot(id, room)),
    conversation: conversationOf(state, roomId ?? '', opened),
  };
}

/** As the room is now. */
export function conversationOf(state: ChatState, roomId: string, opened: OpenedRooms): SnapshotConversation | null {
  const room = state.rooms.get(roomId);
  return room ? conversationForSnapshot(roomId, room, opened.get(roomId) ?? 0) : null;
}

export function chatStateOf({ chat, conversation, rooms }: TabState): ChatState {
  const state = fromSnapshot({ state: chat }, rooms);
  return conversation ? withConversations(state, [conversation]) : state;
}
