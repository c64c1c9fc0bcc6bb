import type {
  MemberPageFieldsFragment,
  MessagePageFieldsFragment,
  OpenRoomFieldsFragment,
  OwnRoomFieldsFragment,
  OwnRoomPageFieldsFragment,
  ViewerFieldsFragment,
} from '../core/graphql/generated';
import type {
  Member,
  Message,
  PageMessage,
  ReadMessage,
  Room,
  ThreadPage,
  ThreadRead,
  ThreadSummary,
} from '../core/graphql/model';
import {
  type ChatState,
  type MemberList,
  type MessageWindow,
  newRoomState,
  type RoomState,
  updateRoom,
} from './chat-state';
import { withBlockedPage } from './blocked-people';
import { called } from './direct-rooms';
import { withMember, withoutMember } from './member-list';
import { dropNewest, dropOldest, join, place, toWindowMessage } from './message-window';
import { type PinList, type SavedList, withNextMessages } from './message-list';
import { withNotices } from './notices';
import { withPinOf } from './pins';
import { withReadState } from './read-state';
import { NO_ROOMS } from './room-page';
import { withThreadReading } from './thread-reading';
import { updateThread, withReadRoot, withThreadSummary, withTimelineOf } from './threads';

/** More messages than these are not kept: each takes about a kilobyte. What is on the screen is a few of them, however many there are. */
const WINDOW_LIMIT = 100_000;
/** Of a room that is read at its end, which others go on writing in. */
const LIVE_WINDOW_LIMIT = 3000;
const LIVE_WINDOW = 2000;

export function fromViewer(viewer: ViewerFieldsFragment): ChatState {
  const nobody: ChatState = {
    viewerId: viewer.user.id,
    blocked: new Set(),
    rooms: new Map(),
    order: [],
    arrangement: viewer.roomArrangement,
    visible: NO_ROOMS,
    saved: null,
    followed: null,
    activity: null,
    doNotDisturbUntil: viewer.doNotDisturbUntil,
    notificationSettings: viewer.notificationSettings,
    timeZone: viewer.user.timeZone,
    openReports: viewer.openReportCount,
    isAdministrator: viewer.isAdministrator,
  };
  const rooms = withOwnRooms(withBlockedPage(nobody, viewer.blockedUsers.nodes), viewer.rooms);
  return viewer.unreadThreads.nodes.reduce(withThreadReading, rooms);
}

export function withOwnRooms(state: ChatState, page: OwnRoomPageFieldsFragment): ChatState {
  return page.nodes.reduce((all, room) => withOwnRoom(all, room, 'last'), state);
}

/** A room as it was read whole. Where the viewer is not a member, there is nothing to keep. */
export function withOpenRoom(state: ChatState, read: OpenRoomFieldsFragment): ChatState {
  const { members, messages } = read;
  if (!members || !messages) return state;
  return updateRoom(withOwnRoom(state, read, 'first'), read.id, (room) => ({
    ...withPage(room, messages, (window) => window),
    members: toMemberList(members),
  }));
}

export function withOlder(state: ChatState, roomId: string, page: MessagePageFieldsFragment): ChatState {
  return updateRoom(state, roomId, (room) => withPage(room, page, (window) => dropNewest(window, WINDOW_LIMIT)));
}

export function withNewer(state: ChatState, roomId: string, page: MessagePageFieldsFragment): ChatState {
  return updateRoom(state, roomId, (room) => withPage(room, page, (window) => dropOldest(window, WINDOW_LIMIT)));
}

/** A page from anywhere in the room: where it touches nothing that is loaded, it takes its place. */
export function withAround(state: ChatState, roomId: string, page: MessagePageFieldsFragment): ChatState {
  return updateRoom(state, roomId, (room) => withPage(room, page, (window) => window));
}

/** The answer to the viewer's own change; the same message comes by the feed as well. */
export function withMessage(state: ChatState, roomId: string, message: Message | ReadMessage): ChatState {
  return updateRoom(state, roomId, (room) => {
    const after = withTimelineOf(room, message, (window) => place(window, message));
    const pins = after.pins && withPinOf(after.pins, message);
    return pins === after.pins ? after : { ...after, pins };
  });
}

/** A thread as it was opened. Nobody may have said anything in it yet: then there is the message that it would hang on. */
export function withOpenThread(
  state: ChatState,
  roomId: string,
  { message, place: read, thread }: ThreadRead,
): ChatState {
  if (message?.thread !== null || read?.room.id !== roomId) return state;
  const page = thread?.messages ?? { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
  const summary = thread && summaryOf(thread);
  const after = updateRoom(state, roomId, (room) => {
    const withMessages = withThreadWindow(withReadRoot(room, message, summary), message.id, page, (window) => window);
    return summary ? withThreadSummary(withMessages, summary) : withMessages;
  });
  return thread ? withThreadReading(after, thread) : after;
}

export function withOlderReplies(state: ChatState, roomId: string, threadId: string, page: ThreadPage): ChatState {
  return updateRoom(state, roomId, (room) =>
    withThreadWindow(room, threadId, page, (window) => dropNewest(window, WINDOW_LIMIT)),
  );
}

export function withNewerReplies(state: ChatState, roomId: string, threadId: string, page: ThreadPage): ChatState {
  return updateRoom(state, roomId, (room) =>
    withThreadWindow(room, threadId, page, (window) => dropOldest(window, WINDOW_LIMIT)),
  );
}

/** A page from anywhere in the thread: where it touches nothing that is loaded, it takes its place. */
export function withRepliesAround(state: ChatState, roomId: string, threadId: string, page: ThreadPage): ChatState {
  return updateRoom(state, roomId, (room) => withThreadWindow(room, threadId, page, (window) => window));
}

/** What is pinned in a room, from the newest pin on. */
export function withPins(state: ChatState, roomId: string, pins: PinList): ChatState {
  return updateRoom(state, roomId, (room) => ({ ...room, pins }));
}

export function withMorePins(state: ChatState, roomId: string, after: string, more: PinList): ChatState {
  return updateRoom(state, roomId, (room) =>
    room.pins ? { ...room, pins: withNextMessages(room.pins, after, more) } : room,
  );
}

/** What the viewer saved, from the newest on. */
export function withSavedList(state: ChatState, saved: SavedList): ChatState {
  return { ...state, saved };
}

export function withMoreSaved(state: ChatState, after: string, more: SavedList): ChatState {
  return state.saved ? { ...state, saved: withNextMessages(state.saved, after, more) } : state;
}

export function withMoreMembers(state: ChatState, roomId: string, page: MemberPageFieldsFragment): ChatState {
  return updateRoom(state, roomId, (room) => {
    const more = toMemberList(page);
    return { ...room, members: { ...more, byId: new Map([...(room.members?.byId ?? []), ...more.byId]) } };
  });
}

/** The answer to a change of the room itself. */
export function withChangedRoom(state: ChatState, room: Room): ChatState {
  return updateRoom(state, room.id, (before) => ({ ...before, room }));
}

/** The answer to a change of the room's members. */
export function withChangedMember(state: ChatState, { room, member }: { room: Room; member: Member }): ChatState {
  return updateRoom(state, room.id, (before) => withMember({ ...before, room }, member, state.viewerId));
}

export function withRemovedMember(state: ChatState, room: Room, userId: string): ChatState {
  return updateRoom(state, room.id, (before) => withoutMember({ ...before, room }, userId));
}

/** Whoever is at the end of a room needs no more of its history than that. */
export function withoutFarHistory(state: ChatState, roomId: string): ChatState {
  return updateRoom(state, roomId, (room) => {
    if (!room.timeline || room.timeline.messages.length <= LIVE_WINDOW_LIMIT) return room;
    return { ...room, timeline: dropOldest(room.timeline, LIVE_WINDOW) };
  });
}

function withOwnRoom(state: ChatState, read: OwnRoomFieldsFragment, at: 'first' | 'last'): ChatState {
  if (!read.viewerMembership) return state;
  const { id, kind, name, topic, visibility, posting, slowModeSeconds, keepMessagesDays } = read;
  const { archivedAt, memberCount } = read;
  const settings = { name, topic, visibility, posting, slowModeSeconds, keepMessagesDays };
  const people = read.directUsers;
  const room = called({ id, kind, ...settings, archivedAt, memberCount }, people, state.viewerId);
  const { role } = read.viewerMembership;
  const known = state.rooms.get(id);
  const { slowModeUntil, openReportCount: openReports } = read;
  const before = known ?? newRoomState(room, role);
  const own = withReadState({ ...before, room, people, role, slowModeUntil, openReports }, read.viewerState);
  const rooms = new Map(state.rooms).set(id, own);
  if (known) return { ...state, rooms };
  return { ...state, rooms, order: at === 'first' ? [id, ...state.order] : [...state.order, id] };
}

function withThreadWindow(
  room: RoomState,
  threadId: string,
  page: ThreadPage,
  trim: (window: MessageWindow) => MessageWindow,
): RoomState {
  return updateThread(room, threadId, (thread) => ({
    ...thread,
    timeline: trim(joined(thread.timeline, toWindow(page))),
  }));
}

function summaryOf({ id, messageCount, lastMessageAt, participants }: ThreadSummary): ThreadSummary {
  return { id, messageCount, lastMessageAt, participants };
}

function withPage(
  room: RoomState,
  page: MessagePageFieldsFragment,
  trim: (window: MessageWindow) => MessageWindow,
): RoomState {
  const timeline = trim(joined(room.timeline, toWindow(page)));
  return { ...withNotices(room, [...page.memberEvents, ...page.roomChanges]), timeline };
}

interface WindowPage {
  readonly edges: readonly { readonly cursor: string; readonly node: ReadMessage | PageMessage }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

function joined(window: MessageWindow | null, page: MessageWindow): MessageWindow {
  return window ? join(window, page) : page;
}

function toWindow({ edges, pageInfo }: WindowPage): MessageWindow {
  const messages = edges.map(({ cursor, node }) => toWindowMessage(node, cursor));
  const last = messages.at(-1)?.number ?? 0;
  return { messages, hasOlder: pageInfo.hasPreviousPage, newest: pageInfo.hasNextPage ? last + 1 : last };
}

function toMemberList({ nodes, pageInfo }: MemberPageFieldsFragment): MemberList {
  return {
    byId: new Map(nodes.map((member) => [member.user.id, member])),
    endCursor: pageInfo.endCursor,
    hasMore: pageInfo.hasNextPage,
  };
}
