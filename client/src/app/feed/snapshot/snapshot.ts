import type { Face, ServerInfo } from '../../core/graphql/model';
import type { ChatState, MessageWindow, RoomState, ThreadState } from '../chat-state';
import { dropOldest, hasNewer } from '../message-window';

/** So much of a conversation is kept: whoever comes back sees where they were and what led there. */
const MAX_MESSAGES = 200;

/** What was read last on this device, as it lies in the browser. The position in the feed belongs to all of it: whatever has happened since comes after it. */
export interface Snapshot {
  readonly chat: SnapshotChat;
  readonly rooms: readonly SnapshotRoom[];
  readonly conversations: readonly SnapshotConversation[];
}

export interface SnapshotChat {
  /** Of what is asked for, and of what is made of it: another version of this page may do so otherwise. */
  readonly format: string;
  /** The tab that wrote it last. */
  readonly writer: string;
  readonly viewer: Face;
  readonly server: ServerInfo;
  readonly cursor: string;
  /** When it was last known to be so, in milliseconds. */
  readonly asOf: number;
  /** Without the rooms, and without lists that are read when somebody looks at them. */
  readonly state: Omit<ChatState, 'rooms' | ListsToRead>;
}

type ListsToRead = 'saved' | 'followed' | 'activity';

/** A room as it stands in the list. */
export interface SnapshotRoom {
  readonly id: string;
  readonly state: Omit<RoomState, keyof Opened>;
  /** Of its threads, what they are to the viewer. */
  readonly threads: ReadonlyMap<string, Omit<ThreadState, 'root' | 'timeline'>>;
}

/** What is there of a room that was opened. */
export interface SnapshotConversation extends Opened {
  readonly id: string;
  /** When it was open last, in milliseconds. */
  readonly openedAt: number;
  /** About as many bytes. */
  readonly size: number;
}

type Opened = Pick<RoomState, 'timeline' | 'members' | 'notices' | 'pins' | 'threads'>;

const NOTHING_OPENED: Omit<Opened, 'threads'> = { timeline: null, members: null, notices: [], pins: null };

export function stateForSnapshot(state: ChatState): SnapshotChat['state'] {
  const { viewerId, blocked, order, visible, timeZone, openReports, isAdministrator } = state;
  const { arrangement, doNotDisturbUntil, notificationSettings } = state;
  const person = { viewerId, blocked, timeZone, isAdministrator, doNotDisturbUntil, notificationSettings };
  return { ...person, arrangement, order, visible, openReports };
}

export function roomForSnapshot(id: string, state: RoomState): SnapshotRoom {
  const { room, people, role, viewerState, seen, slowModeUntil, openReports } = state;
  const readings = [...state.threads].map(([threadId, thread]) => [threadId, readingOf(thread)] as const);
  return {
    id,
    state: { room, people, role, viewerState, seen, slowModeUntil, openReports },
    threads: new Map(readings),
  };
}

/** Null where the room was not opened, or the end of it is not what is loaded: whoever comes back comes in at the end. */
export function conversationForSnapshot(id: string, room: RoomState, openedAt: number): SnapshotConversation | null {
  const timeline = latest(room.timeline);
  if (timeline === null) return null;
  const from = timeline.hasOlder ? (timeline.messages[0]?.seq ?? 0) : 0;
  const threads = new Map([...room.threads].flatMap(([threadId, thread]) => openedThread(threadId, thread)));
  const notices = room.notices.filter(({ seq }) => seq > from);
  const opened = { timeline, members: room.members, notices, pins: room.pins, threads };
  return { id, openedAt, size: sizeOf(opened), ...opened };
}

/** The state that a page begins with. What was opened comes to it afterwards. */
export function fromSnapshot({ state }: Pick<SnapshotChat, 'state'>, rooms: readonly SnapshotRoom[]): ChatState {
  return {
    ...{ ...state, saved: null, followed: null, activity: null },
    rooms: new Map(rooms.map((room) => [room.id, fromSnapshotRoom(room)])),
  };
}

/** Puts what was opened to the rooms, but for those that have it already: what is the same object is not drawn again. */
export function withConversations(state: ChatState, conversations: readonly SnapshotConversation[]): ChatState {
  const rooms = new Map(state.rooms);
  for (const { id, timeline, members, notices, pins, threads } of conversations) {
    const room = rooms.get(id);
    if (room?.timeline !== null) continue;
    const opened = [...threads].map(([threadId, { root, timeline: replies }]) => {
      const known = room.threads.get(threadId) ?? UNKNOWN;
      return [threadId, { ...known, root, timeline: replies }] as const;
    });
    rooms.set(id, { ...room, timeline, members, notices, pins, threads: new Map([...room.threads, ...opened]) });
  }
  return { ...state, rooms };
}

const UNKNOWN: ThreadState = { root: null, timeline: null, viewerState: null, seen: null, mustAsk: false };

function fromSnapshotRoom({ state, threads }: SnapshotRoom): RoomState {
  const readings = [...threads].map(([id, thread]) => [id, { ...thread, root: null, timeline: null }] as const);
  return { ...state, ...NOTHING_OPENED, threads: new Map(readings) };
}

function readingOf({ viewerState, seen, mustAsk }: ThreadState): Omit<ThreadState, 'root' | 'timeline'> {
  return { viewerState, seen, mustAsk };
}

function openedThread(id: string, thread: ThreadState): readonly (readonly [string, ThreadState])[] {
  const timeline = latest(thread.timeline);
  return timeline === null && thread.root === null ? [] : [[id, { ...thread, timeline }]];
}

/** The end of a conversation, where that is loaded. */
function latest(window: MessageWindow | null): MessageWindow | null {
  return window === null || hasNewer(window) ? null : dropOldest(window, MAX_MESSAGES);
}

/** A message takes about a kilobyte without its words; a letter two bytes. */
function sizeOf({ timeline, threads, members }: Pick<Opened, 'timeline' | 'threads' | 'members'>): number {
  const windows = [timeline, ...[...threads.values()].map((thread) => thread.timeline)];
  const messages = windows.flatMap((window) => window?.messages ?? []);
  const letters = messages.reduce((sum, { body }) => sum + body.length, 0);
  return 2 * letters + 1000 * messages.length + 300 * (members?.byId.size ?? 0);
}
