import type {
  LinkPreview,
  Member,
  Message,
  NotificationSettings,
  Person,
  Room,
  RoomArrangement,
  RoomChange,
  RoomPosting,
  RoomRole,
  RoomViewerState,
  RoomVisibility,
  ThreadSummary,
  ThreadViewerState,
} from '../core/graphql/model';
import type { ActivityList } from './activity-list';
import type { PinList, SavedList } from './message-list';
import type { MessageMarks } from './message-marks';
import type { RoomPage } from './room-page';
import type { FollowedThreads } from './thread-list';

/** All that this page knows of the viewer's rooms. Plain and immutable: reads and events make a new one. */
export interface ChatState {
  readonly viewerId: string;
  /** The ids of those whom the viewer does not want to hear from. */
  readonly blocked: ReadonlySet<string>;
  readonly rooms: ReadonlyMap<string, RoomState>;
  /** Room ids, newest activity first. */
  readonly order: readonly string[];
  /** In which order and in which sections the viewer wants their rooms. */
  readonly arrangement: RoomArrangement;
  /** The rooms that the viewer may see, by name, as far as they have asked for them. */
  readonly visible: RoomPage;
  /** What the viewer saved; null until they have looked at it. */
  readonly saved: SavedList | null;
  /** The threads that they follow; null until they have looked at them. */
  readonly followed: FollowedThreads | null;
  /** What others said that may concern the viewer; null until they have looked at it. */
  readonly activity: ActivityList | null;
  /** Until when nothing is to call the viewer; null, or a time that is over, while they can be called. */
  readonly doNotDisturbUntil: string | null;
  readonly notificationSettings: NotificationSettings;
  /** The time zone of their profile, which their quiet hours are in where they name none. */
  readonly timeZone: string | null;
  /** How many reports the viewer could deal with, in all rooms that they look after. */
  readonly openReports: number;
  readonly isAdministrator: boolean;
}

export interface RoomState {
  /** With the name that it has on the page: that of a direct room is made of those whom it is for. */
  readonly room: Room;
  /** Whom a direct room is for; null of all others. */
  readonly people: readonly Person[] | null;
  /** The viewer's own role. */
  readonly role: RoomRole;
  /** Null until the room has been opened. */
  readonly members: MemberList | null;
  readonly timeline: MessageWindow | null;
  readonly notices: readonly Notice[];
  /** Null until somebody has looked at them. */
  readonly pins: PinList | null;
  /** What the server knows of the viewer's reading, and how they want to hear of the room; null until that has been read. */
  readonly viewerState: RoomViewerState | null;
  /** What has been read on this page, until the server knows as well. */
  readonly seen: ReadMark | null;
  /** When slow mode lets the viewer send the next message; null, or a time that is over, where it does not hold them up. */
  readonly slowModeUntil: string | null;
  /** How many reports of the room nobody has dealt with yet; null where the viewer does not look after it. */
  readonly openReports: number | null;
  /** By id, which is that of the message that it hangs on: those that this page knows anything of. */
  readonly threads: ReadonlyMap<string, ThreadState>;
}

/** A thread of a room, as far as this page knows it. */
export interface ThreadState {
  /** The message that it hangs on; null until the thread has been opened. */
  readonly root: WindowMessage | null;
  /** Null until the thread has been opened. */
  readonly timeline: MessageWindow | null;
  /** Null while nobody has said anything in it, and where it is not known what it is to the viewer. */
  readonly viewerState: ThreadViewerState | null;
  /** What has been read on this page, until the server knows as well. */
  readonly seen: ReadMark | null;
  /** Only the server can say now whether the viewer follows it, and what is unread. */
  readonly mustAsk: boolean;
}

/** How far somebody has read, and how much is unread beyond that. */
export interface ReadMark {
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  /** How many of these mention the viewer. */
  readonly unreadMentionCount: number;
  /** The room's newest event that the count knows of. */
  readonly asOfSeq: number;
}

export interface MemberList {
  readonly byId: ReadonlyMap<string, Member>;
  readonly endCursor: string | null;
  readonly hasMore: boolean;
}

/** A stretch of a room's history without gaps, ordered by number. */
export interface MessageWindow {
  readonly messages: readonly WindowMessage[];
  readonly hasOlder: boolean;
  /** The highest number that is known to exist; beyond the last message there may be newer ones to load. */
  readonly newest: number;
}

export interface WindowMessage extends Message {
  /** Null for those that came by the feed, which gives no position in the list. */
  readonly cursor: string | null;
  readonly viewerState: MessageMarks;
  /** Null while no thread hangs on it. */
  readonly startedThread: ThreadSummary | null;
  readonly linkPreviews: readonly LinkPreview[];
}

/** What happened in a room beside what was said: to a member, or to the room itself. */
export type Notice = MemberNotice | ChangeNotice;

interface EventNotice {
  /** The event's, as is the place among all that happened in the room. */
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: Person | null;
}

export interface MemberNotice extends EventNotice {
  readonly kind: 'joined' | 'left' | 'role';
  readonly user: Person;
  /** That they were given; null where it was none, or is not known. */
  readonly role: RoomRole | null;
}

export interface ChangeNotice extends EventNotice {
  readonly kind: 'changed';
  readonly changes: readonly RoomChange[];
  /** What the room was made; null where that did not change. */
  readonly visibility: RoomVisibility | null;
  /** Who may post there since, and how many seconds members wait between two messages; null where that did not change. */
  readonly posting: RoomPosting | null;
  readonly slowModeSeconds: number | null;
  /** After how many days messages are deleted since; null for as long as the server keeps them, and where that did not change. */
  readonly keepMessagesDays: number | null;
}

export function newRoomState(room: Room, role: RoomRole, people: RoomState['people'] = null): RoomState {
  return {
    ...{ room, role, people, members: null, timeline: null, notices: [], pins: null },
    ...{ viewerState: null, seen: null, slowModeUntil: null, openReports: null },
    threads: new Map<string, ThreadState>(),
  };
}

export function updateRoom(state: ChatState, roomId: string, change: (room: RoomState) => RoomState): ChatState {
  const before = state.rooms.get(roomId);
  if (!before) return state;
  const after = change(before);
  return after === before ? state : { ...state, rooms: new Map(state.rooms).set(roomId, after) };
}
