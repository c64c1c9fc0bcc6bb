import type { OpenRoomFieldsFragment, ViewerFieldsFragment } from '../../core/graphql/generated';
import type {
  Face,
  FeedEvent,
  Member,
  MemberEvent,
  Message,
  Person,
  ReadMessage,
  Room,
  RoomChange,
  RoomChangeEvent,
  RoomPosting,
  RoomRole,
  RoomViewerState,
  RoomVisibility,
  SavedMessage,
  ShownMessage,
  ThreadRead,
  ThreadReading,
  ThreadSummary,
  ThreadViewerState,
} from '../../core/graphql/model';
import type { ActivityPage } from '../activity-list';
import { NOT_ARRANGED } from '../arrangement';
import type { FollowedPage } from '../followed-reads';
import type { PinList, SavedList } from '../message-list';
import type { MessageMarks } from '../message-marks';
import { quoteOf } from '../quotes';
import type { RoomPage } from '../room-page';

interface TinyTimeline {
  readonly messages: Said[];
}

interface TinyRoom extends Settings, TinyTimeline {
  readonly id: string;
  /** Whom a direct room is for; null of all others. */
  readonly people: readonly string[] | null;
  /** The seq at which somebody took it out of their list. */
  readonly closed: Map<string, number>;
  readonly members: Map<string, Member>;
  /** By the message that each hangs on. */
  readonly threads: Map<string, TinyThread>;
  readonly marks: Map<string, number>;
  seq: number;
  lastActivity: number;
}

interface TinyThread extends TinyTimeline {
  readonly id: string;
  readonly rootNumber: number;
  /** Null where somebody has said nothing about following it. */
  readonly states: Map<string, { readonly follows: boolean | null; readonly lastRead: number }>;
  lastMessageAt: string;
}

/** A message as it is kept: what others do with it is beside it. */
interface Said extends Omit<ShownMessage, 'reactions' | 'replyTo'> {
  readonly reactions: readonly Reaction[];
  readonly answers: number | null;
}

interface Reaction {
  readonly personId: string;
  readonly emoji: string;
}

interface Saved {
  readonly personId: string;
  readonly roomId: string;
  readonly number: number;
}

interface Settings {
  name: string;
  topic: string;
  visibility: RoomVisibility;
  posting: RoomPosting;
  slowModeSeconds: number;
  keepMessagesDays: number | null;
  /** Any time will do. */
  archivedAt: string | null;
}

const AS_MADE = {
  ...{
    topic: '',
    visibility: 'PUBLIC',
    posting: 'EVERYONE',
    slowModeSeconds: 0,
    keepMessagesDays: null,
    archivedAt: null,
  },
} as const satisfies Partial<Settings>;

/** An event as it is kept: who was in the room then, and how to show it as things are now. */
interface Logged {
  readonly audience: Pick<ReadonlySet<string>, 'has'>;
  readonly show: () => FeedEvent;
}

const EVERYBODY = { has: () => true };

/** The server's rules for rooms, messages and events, small enough to be read: what the client must end up agreeing with. */
export class TinyServer {
  private readonly rooms = new Map<string, TinyRoom>();
  private readonly log: Logged[] = [];
  /** What was saved last stands last. */
  private saved: readonly Saved[] = [];
  /** Whom somebody blocks. */
  private readonly blocks = new Map<string, ReadonlySet<string>>();
  private clock = 0;

  constructor(roomIds: readonly string[], ownerId: string) {
    for (const id of roomIds) {
      this.make(id, { name: id, ...AS_MADE }, null);
      this.enter(id, ownerId, 'OWNER');
    }
  }

  /** The room of these people, of whom the first opens it. */
  openDirect(roomId: string, people: readonly [string, ...string[]]): void {
    if (!this.rooms.has(roomId)) this.make(roomId, { name: '', ...AS_MADE, visibility: 'PRIVATE' }, people.toSorted());
    const room = this.room(roomId);
    const [opener] = people;
    this.enter(roomId, opener);
    if (room.closed.delete(opener)) this.tellState(room, opener);
  }

  closeDirect(roomId: string, personId: string): void {
    const room = this.room(roomId);
    if (!room.members.has(personId) || room.closed.get(personId) === room.seq) return;
    room.closed.set(personId, room.seq);
    this.tellState(room, personId);
  }

  setBlocked(personId: string, userId: string, isBlocked: boolean): void {
    const before = this.blockedBy(personId);
    if (before.has(userId) === isBlocked) return;
    const others = [...before].filter((id) => id !== userId);
    this.blocks.set(personId, new Set(isBlocked ? [...others, userId] : others));
    const [id, at] = [`b${String(this.position)}`, this.now()];
    this.log.push({
      audience: new Set([personId]),
      show: () => ({
        ...{ __typename: 'BlockedUsersChanged', id, at, actor: person(personId), userId },
        isBlocked: this.blockedBy(personId).has(userId),
      }),
    });
    for (const room of this.rooms.values()) {
      const lastRead = room.marks.get(personId) ?? 0;
      const hasUnread = room.messages.some(({ author, number }) => author.id === userId && number > lastRead);
      if (room.members.has(personId) && (hasUnread || room.closed.has(personId))) this.tellState(room, personId);
      for (const thread of room.threads.values()) {
        const state = thread.states.get(personId);
        const isNews = ({ author, number }: Said): boolean => author.id === userId && number > (state?.lastRead ?? 0);
        if (room.members.has(personId) && state?.follows === true && thread.messages.some(isNews))
          this.tellThreadState(room, thread, personId);
      }
    }
  }

  get position(): number {
    return this.log.length;
  }

  has(roomId: string): boolean {
    return this.rooms.has(roomId);
  }

  /** What this person's feed has after a position. */
  eventsAfter(position: number, personId: string): readonly FeedEvent[] {
    return this.log
      .slice(position)
      .filter(({ audience }) => audience.has(personId))
      .map(({ show }) => show());
  }

  enter(roomId: string, personId: string, role: RoomRole = 'MEMBER'): void {
    const room = this.room(roomId);
    if (room.members.has(personId)) return;
    room.members.set(personId, { user: person(personId), role, joinedAt: this.now() });
    room.marks.set(personId, room.messages.length);
    for (const { states } of room.threads.values()) states.delete(personId);
    const { id, at, seq } = this.next(room);
    this.append(room, () => ({
      ...{ __typename: 'MemberJoined', id, at, seq, actor: person(personId) },
      room: this.shown(room),
      company: { directUsers: room.people?.map(person) ?? null },
      ...{ user: person(personId), member: room.members.get(personId) ?? null },
    }));
  }

  leave(roomId: string, personId: string): void {
    const room = this.room(roomId);
    if (room.members.get(personId)?.role === 'OWNER' || !room.members.has(personId)) return;
    const { id, at, seq } = this.next(room);
    const audience = new Set(room.members.keys());
    room.members.delete(personId);
    const actor = person(personId);
    this.log.push({
      audience,
      show: () => ({ __typename: 'MemberLeft', id, at, seq, actor, room: this.shown(room), user: actor }),
    });
  }

  setRole(roomId: string, personId: string, role: RoomRole): void {
    const room = this.room(roomId);
    const member = room.members.get(personId);
    if (!member || member.role === 'OWNER' || role === 'OWNER') return;
    room.members.set(personId, { ...member, role });
    const { id, at, seq } = this.next(room);
    this.append(room, () => ({
      ...{ __typename: 'MemberRoleChanged', id, at, seq, actor: null, room: this.shown(room) },
      ...{ user: person(personId), member: room.members.get(personId) ?? null, role },
    }));
  }

  update(roomId: string, personId: string, settings: Partial<Settings>): void {
    const room = this.room(roomId);
    if (!room.members.has(personId)) return;
    const changes = changesIn(room, settings);
    if (changes.length === 0) return;
    const wasListed = isListed(room);
    Object.assign(room, settings);
    const made = {
      visibility: changes.includes('VISIBILITY') ? room.visibility : null,
      posting: changes.includes('POSTING') ? room.posting : null,
      slowModeSeconds: changes.includes('SLOW_MODE') ? room.slowModeSeconds : null,
      keepMessagesDays: changes.includes('RETENTION') ? room.keepMessagesDays : null,
    };
    const { id, at, seq } = this.next(room);
    const actor = person(personId);
    this.append(room, () => {
      return { __typename: 'RoomChanged', id, at, seq, actor, room: this.shown(room), changes, ...made };
    });
    this.tellEverybody(room, wasListed, { id: `${id}-of-all`, at, actor });
  }

  send(roomId: string, personId: string, body: string, answers: number | null = null): void {
    const room = this.room(roomId);
    if (!room.members.has(personId) || (answers !== null && !room.messages[answers - 1])) return;
    const number = room.messages.length + 1;
    if (number === 1) for (const id of room.people ?? []) this.enter(roomId, id);
    room.messages.push({
      ...{ id: `${roomId}-${String(number)}`, number, seq: room.seq + 1, author: person(personId), body },
      ...{ createdAt: this.now(), editedAt: null, deletedAt: null, nonce: null, attachments: [] },
      ...{ isStreaming: false, isBrokenOff: false },
      ...{ ...namesOf(body), pinnedAt: null, reactions: [], linkPreviews: [], answers, thread: null },
    });
    this.aboutMessage(room, number, 'MessageSent', body.includes('@room') ? 'BEGAN' : null);
  }

  /** Into the thread of a message, which is there from its first reply on. */
  reply(roomId: string, rootNumber: number, personId: string, body: string, answers: number | null = null): void {
    const room = this.room(roomId);
    const root = room.messages[rootNumber - 1];
    if (!root || !room.members.has(personId)) return;
    const known = room.threads.get(root.id);
    const thread: TinyThread = known ?? { id: root.id, rootNumber, messages: [], states: new Map(), lastMessageAt: '' };
    if (answers !== null && !thread.messages[answers - 1]) return;
    room.threads.set(root.id, thread);
    const number = thread.messages.length + 1;
    thread.lastMessageAt = this.now();
    thread.messages.push({
      ...{ id: `${root.id}-${String(number)}`, number, seq: room.seq + 1, author: person(personId), body },
      ...{ createdAt: thread.lastMessageAt, editedAt: null, deletedAt: null, nonce: null, attachments: [] },
      ...{ isStreaming: false, isBrokenOff: false },
      ...{ ...namesIn(body), pinnedAt: null, reactions: [], linkPreviews: [], answers, thread: { id: root.id } },
    });
    for (const id of [personId, root.author.id]) {
      const state = thread.states.get(id);
      if (!room.members.has(id) || (state?.follows ?? null) !== null) continue;
      thread.states.set(id, { follows: true, lastRead: state?.lastRead ?? number - 1 });
    }
    for (const id of this.namedBy(thread, number)) this.followAsNamed(room, thread, number, id);
    this.aboutReply(room, thread, number, 'ThreadMessageSent');
  }

  editReply(roomId: string, rootNumber: number, number: number, body: string): void {
    this.changeReply(roomId, rootNumber, number, 'ThreadMessageEdited', (said) => ({
      ...{ ...said, ...namesIn(body), body },
      editedAt: this.now(),
    }));
  }

  deleteReply(roomId: string, rootNumber: number, number: number): void {
    this.changeReply(roomId, rootNumber, number, 'ThreadMessageDeleted', (said) => ({
      ...{ ...said, ...namesOf(''), body: '' },
      ...{ deletedAt: this.now(), pinnedAt: null, reactions: [], linkPreviews: [] },
    }));
  }

  reactToReply(roomId: string, rootNumber: number, number: number, reaction: Reaction, isOn: boolean): void {
    const room = this.room(roomId);
    const thread = this.threadOf(room, rootNumber);
    if (thread) this.reactIn(room, thread, number, reaction, isOn);
  }

  pinReply(roomId: string, rootNumber: number, number: number, isPinned: boolean): void {
    const room = this.room(roomId);
    const thread = this.threadOf(room, rootNumber);
    if (thread) this.pinIn(room, thread, number, isPinned);
  }

  follow(roomId: string, rootNumber: number, personId: string, follows: boolean): void {
    const room = this.room(roomId);
    const thread = this.threadOf(room, rootNumber);
    if (!thread || !room.members.has(personId)) return;
    const before = thread.states.get(personId);
    thread.states.set(personId, { follows, lastRead: before?.lastRead ?? thread.messages.length });
    // One who says that they do not want to, and had read nothing there, has a mark from then on.
    if (before?.follows !== follows) this.tellThreadState(room, thread, personId);
  }

  markThreadRead(roomId: string, rootNumber: number, personId: string, number: number): void {
    this.markThread(roomId, rootNumber, personId, (before) => Math.max(before, number));
  }

  markThreadUnread(roomId: string, rootNumber: number, personId: string, fromNumber: number): void {
    this.markThread(roomId, rootNumber, personId, (before) => Math.min(before, fromNumber - 1));
  }

  /** As a page opens a thread; of one in which nothing was said, the message alone. */
  readThread(roomId: string, rootNumber: number, personId: string): ThreadRead {
    const room = this.room(roomId);
    const root = room.messages[rootNumber - 1];
    if (!root || !room.members.has(personId)) return { message: null, place: null, thread: null };
    const thread = room.threads.get(root.id);
    return {
      message: this.readMessage(room, room, rootNumber, personId),
      place: { room: { id: roomId } },
      thread: thread
        ? {
            ...this.summaryOf(thread),
            ...this.readThreadState(roomId, root.id, personId),
            messages: {
              edges: thread.messages.map(({ number }) => ({
                cursor: `c${String(number)}`,
                node: this.readMessage(room, thread, number, personId),
              })),
              pageInfo: { hasNextPage: false, hasPreviousPage: false },
            },
          }
        : null,
    };
  }

  readThreadState(roomId: string, threadId: string, personId: string): ThreadReading {
    const room = this.room(roomId);
    const thread = room.threads.get(threadId);
    const viewerState = thread ? this.threadStateOf(room, thread, personId) : null;
    return { id: threadId, viewerState, room: { id: roomId, viewerState: this.stateOf(room, personId) } };
  }

  /** The threads that somebody follows, where something was said last first. */
  readFollowed(personId: string): FollowedPage {
    const all = [...this.rooms.values()].flatMap((room) =>
      [...room.threads.values()].map((thread) => ({ room, thread })),
    );
    const followed = all.filter(({ room, thread }) => this.threadStateOf(room, thread, personId)?.follows);
    const newest = followed.sort((a, b) => b.thread.lastMessageAt.localeCompare(a.thread.lastMessageAt));
    const nodes = newest.map(({ room, thread }) => {
      const reading = this.readThreadState(room.id, thread.id, personId);
      return {
        ...this.summaryOf(thread),
        ...{ ...reading, room: { ...reading.room, name: room.name } },
        root: this.shownMessage(room, thread.rootNumber),
      };
    });
    const unread = nodes.filter(({ viewerState }) => (viewerState?.unreadCount ?? 0) > 0);
    return { nodes, unread, pageInfo: { hasNextPage: false, endCursor: null } };
  }

  edit(roomId: string, number: number, body: string): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    if (message?.deletedAt !== null) return;
    room.messages[number - 1] = { ...message, ...namesOf(body), body, editedAt: this.now() };
    this.aboutMessage(room, number, 'MessageEdited', changeOfRoomMention(message.body, body));
    this.tellNamed(room, `${message.body} ${body}`);
  }

  delete(roomId: string, number: number): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    if (message?.deletedAt !== null) return;
    room.messages[number - 1] = {
      ...{ ...message, ...namesOf(''), body: '' },
      ...{ deletedAt: this.now(), pinnedAt: null, reactions: [], linkPreviews: [] },
    };
    this.aboutMessage(room, number, 'MessageDeleted', changeOfRoomMention(message.body, ''));
    this.tellNamed(room, message.body);
  }

  pin(roomId: string, number: number, isPinned: boolean): void {
    this.pinIn(this.room(roomId), this.room(roomId), number, isPinned);
  }

  /** The page that a message links to has said another title, or the previews were taken away. */
  preview(roomId: string, number: number, title: string | null): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    if (message?.deletedAt !== null) return;
    const image = { imageUrl: null, imageWidth: null, imageHeight: null };
    const linkPreviews = title === null ? [] : [{ url: 'https://example.org/', title, description: null, ...image }];
    room.messages[number - 1] = { ...message, linkPreviews };
    this.aboutMark(room, room, number, 'LinkPreviewsChanged');
  }

  react(roomId: string, number: number, reaction: Reaction, isOn: boolean): void {
    this.reactIn(this.room(roomId), this.room(roomId), number, reaction, isOn);
  }

  /** For this person alone: nobody else is told. */
  save(roomId: string, number: number, personId: string, isSaved: boolean): void {
    const room = this.room(roomId);
    const message = room.messages[number - 1];
    const isIt = (other: Saved) => other.personId === personId && other.roomId === roomId && other.number === number;
    if (!message || (isSaved && (message.deletedAt !== null || !room.members.has(personId)))) return;
    if (this.saved.some(isIt) === isSaved) return;
    const others = this.saved.filter((other) => !isIt(other));
    this.saved = isSaved ? [...others, { personId, roomId, number }] : others;
    const [id, at, actor] = [`s${String(this.position)}`, this.now(), person(personId)];
    this.log.push({
      audience: new Set([personId]),
      show: () => ({
        ...{ __typename: 'SavedMessagesChanged', id, at, actor, messageId: message.id },
        isSaved: this.saved.some(isIt),
        saved: room.members.has(personId)
          ? { ...this.shownMessage(room, number), room: { id: room.id, name: room.name } }
          : null,
      }),
    });
  }

  readPins(roomId: string): PinList {
    const room = this.room(roomId);
    const pinned = [room, ...room.threads.values()].flatMap((timeline) =>
      timeline.messages.flatMap(({ number, pinnedAt }) =>
        pinnedAt === null ? [] : [this.shownMessage(timeline, number)],
      ),
    );
    const messages = pinned.sort((a, b) => (b.pinnedAt ?? '').localeCompare(a.pinnedAt ?? ''));
    return { messages, endCursor: null };
  }

  readSaved(personId: string): SavedList {
    const own = this.saved.filter((saved) => saved.personId === personId);
    const seen = own.filter(({ roomId }) => this.room(roomId).members.has(personId)).reverse();
    const messages = seen.map(({ roomId, number }) => {
      const room = this.room(roomId);
      return { ...this.shownMessage(room, number), room: { id: roomId, name: room.name } };
    });
    return { messages, endCursor: null };
  }

  /** What others said to somebody, the newest first: a page of it, from behind a message on. */
  readActivity(personId: string, first = Infinity, after: string | null = null): ActivityPage {
    const rooms = [...this.rooms.values()].filter(({ members }) => members.has(personId));
    const all = rooms.flatMap((room) => this.spokenTo(personId, room)).sort(byNewest);
    const from = all.findIndex(({ id }) => id === after) + 1;
    const messages = all.slice(from, from + first);
    const threads = new Map(messages.flatMap(({ room, thread }) => (thread ? [[thread.id, room.id]] : [])));
    return {
      messages,
      endCursor: from + first < all.length ? (messages.at(-1)?.id ?? null) : null,
      readings: [...threads].map(([id, roomId]) => this.readThreadState(roomId, id, personId)),
    };
  }

  private spokenTo(personId: string, room: TinyRoom): SavedMessage[] {
    const { id, name } = room;
    const isToPerson = ({ mentions: named, mentionsRoom, replyTo }: ShownMessage): boolean =>
      named.some((one) => one.id === personId) || mentionsRoom || replyTo?.author.id === personId;
    const inRoom = room.messages.map(({ number }) => this.shownMessage(room, number));
    const inThreads = [...room.threads.values()].flatMap((thread) => {
      const said = thread.messages.map((one) => this.shownMessage(thread, one.number));
      const follows = this.threadStateOf(room, thread, personId)?.follows ?? false;
      return follows ? said : said.filter(isToPerson);
    });
    return [...inRoom.filter(isToPerson), ...inThreads]
      .filter(({ author, deletedAt }) => author.id !== personId && deletedAt === null)
      .map((message) => ({ ...message, room: { id, name } }));
  }

  /** On one of their devices. */
  markRead(roomId: string, personId: string, number: number): void {
    this.mark(this.room(roomId), personId, (before) => Math.max(before, number));
  }

  markUnread(roomId: string, personId: string, fromNumber: number): void {
    this.mark(this.room(roomId), personId, (before) => Math.min(before, fromNumber - 1));
  }

  /** The rooms that somebody may see, by name. */
  readVisible(personId: string): RoomPage {
    const seen = [...this.rooms.values()].filter((room) => isListed(room) || room.members.has(personId));
    const rooms = seen.map((room) => this.shown(room)).sort((a, b) => a.name.localeCompare(b.name));
    return { rooms, endCursor: null };
  }

  readViewer(personId: string): ViewerFieldsFragment {
    const own = [...this.rooms.values()]
      .filter(({ members }) => members.has(personId))
      .sort((a, b) => b.lastActivity - a.lastActivity);
    return {
      user: { ...person(personId), timeZone: null },
      eventCursor: String(this.position),
      isAdministrator: false,
      openReportCount: 0,
      doNotDisturbUntil: null,
      roomArrangement: NOT_ARRANGED,
      notificationSettings: { quietHours: null, keywords: [], showsText: false },
      rooms: {
        nodes: own.map((room) => ({
          ...this.shown(room),
          slowModeUntil: null,
          directUsers: room.people?.map(person) ?? null,
          openReportCount: null,
          viewerMembership: room.members.get(personId) ?? null,
          viewerState: this.stateOf(room, personId),
        })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
      unreadThreads: { nodes: this.readFollowed(personId).unread },
      blockedUsers: {
        nodes: [...this.blockedBy(personId)].map((id) => ({ id })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    };
  }

  readRoom(roomId: string, personId: string, last = 50): OpenRoomFieldsFragment {
    const room = this.room(roomId);
    const viewerMembership = room.members.get(personId) ?? null;
    const viewerState = this.stateOf(room, personId);
    const directUsers = room.people?.map(person) ?? null;
    const own = { ...this.shown(room), slowModeUntil: null, openReportCount: null, directUsers };
    if (!viewerMembership) return { ...own, viewerMembership, viewerState, members: null, messages: null };
    const shown = room.messages.slice(-last);
    return {
      ...own,
      viewerMembership,
      viewerState,
      members: {
        nodes: [...room.members.values()],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
      messages: {
        memberEvents: this.memberEvents(roomId, shown.length < room.messages.length ? (shown[0]?.seq ?? 0) : 0),
        roomChanges: this.roomChanges(roomId, shown.length < room.messages.length ? (shown[0]?.seq ?? 0) : 0),
        edges: shown.map(({ number }) => ({
          cursor: `c${String(number)}`,
          node: {
            ...this.readMessage(room, room, number, personId),
            startedThread: this.startedThread(room, number),
          },
        })),
        pageInfo: { hasNextPage: false, hasPreviousPage: shown.length < room.messages.length },
      },
    };
  }

  private threadOf(room: TinyRoom, rootNumber: number): TinyThread | undefined {
    return room.threads.get(room.messages[rootNumber - 1]?.id ?? '');
  }

  private pinIn(room: TinyRoom, timeline: TinyTimeline, number: number, isPinned: boolean): void {
    const message = timeline.messages[number - 1];
    if (message?.deletedAt !== null || (message.pinnedAt !== null) === isPinned) return;
    timeline.messages[number - 1] = { ...message, pinnedAt: isPinned ? this.now() : null };
    this.aboutMark(room, timeline, number, isPinned ? 'MessagePinned' : 'MessageUnpinned');
  }

  private reactIn(room: TinyRoom, timeline: TinyTimeline, number: number, reaction: Reaction, isOn: boolean): void {
    const message = timeline.messages[number - 1];
    const isIt = (other: Reaction) => other.personId === reaction.personId && other.emoji === reaction.emoji;
    if (message?.deletedAt !== null || !room.members.has(reaction.personId)) return;
    if (message.reactions.some(isIt) === isOn) return;
    const others = message.reactions.filter((other) => !isIt(other));
    timeline.messages[number - 1] = { ...message, reactions: isOn ? [...others, reaction] : others };
    const __typename = isOn ? 'ReactionAdded' : 'ReactionRemoved';
    const { id, at, seq } = this.next(room);
    const { emoji } = reaction;
    this.append(room, () => {
      const shown = this.shownMessage(timeline, number);
      return {
        __typename,
        id,
        at,
        seq,
        emoji,
        actor: person(reaction.personId),
        room: this.shown(room),
        message: shown,
      };
    });
  }

  private changeReply(
    roomId: string,
    rootNumber: number,
    number: number,
    type: 'ThreadMessageEdited' | 'ThreadMessageDeleted',
    change: (said: Said) => Said,
  ): void {
    const room = this.room(roomId);
    const thread = this.threadOf(room, rootNumber);
    const said = thread?.messages[number - 1];
    if (!thread || said?.deletedAt !== null) return;
    const before = this.namedBy(thread, number);
    thread.messages[number - 1] = change(said);
    this.aboutReply(room, thread, number, type);
    const after = this.namedBy(thread, number);
    const changed = [...before, ...after].filter((id) => before.includes(id) !== after.includes(id));
    const began = after.filter((id) => !before.includes(id) && this.followAsNamed(room, thread, number, id));
    const told = changed.filter((id) => {
      const state = thread.states.get(id);
      return room.members.has(id) && state?.follows === true && state.lastRead < number;
    });
    for (const id of new Set([...began, ...told])) this.tellThreadState(room, thread, id);
  }

  /** Whoever names themselves is called by nobody. */
  private namedBy({ messages }: TinyThread, number: number): readonly string[] {
    const said = messages[number - 1];
    return (said?.mentions ?? []).map(({ id }) => id).filter((id) => id !== said?.author.id);
  }

  /** Whatever they said before. True where they did not follow it yet. */
  private followAsNamed(room: TinyRoom, thread: TinyThread, number: number, personId: string): boolean {
    const state = thread.states.get(personId);
    if (!room.members.has(personId) || state?.follows === true) return false;
    thread.states.set(personId, { follows: true, lastRead: Math.max(state?.lastRead ?? 0, number - 1) });
    return true;
  }

  private markThread(roomId: string, rootNumber: number, personId: string, mark: (before: number) => number): void {
    const room = this.room(roomId);
    const thread = this.threadOf(room, rootNumber);
    if (!thread || !room.members.has(personId)) return;
    const { follows, lastRead } = thread.states.get(personId) ?? { follows: null, lastRead: 0 };
    const after = Math.min(thread.messages.length, Math.max(0, mark(lastRead)));
    if (after === lastRead) return;
    thread.states.set(personId, { follows, lastRead: after });
    this.tellThreadState(room, thread, personId);
  }

  private tellThreadState(room: TinyRoom, thread: TinyThread, personId: string): void {
    const [id, at] = [`t${String(this.position)}`, this.now()];
    this.log.push({
      audience: new Set([personId]),
      show: () => ({
        ...{ __typename: 'ThreadStateChanged', id, at, actor: person(personId), roomId: room.id, threadId: thread.id },
        threadState: this.threadStateOf(room, thread, personId),
        roomState: this.stateOf(room, personId),
      }),
    });
  }

  private threadStateOf(room: TinyRoom, thread: TinyThread, personId: string): ThreadViewerState | null {
    if (!room.members.has(personId)) return null;
    const { follows, lastRead } = thread.states.get(personId) ?? { follows: null, lastRead: 0 };
    const unread = thread.messages.filter(
      ({ author, deletedAt, number }) => number > lastRead && this.hears(personId, author.id) && deletedAt === null,
    );
    return {
      ...{ follows: follows ?? false, lastReadNumber: lastRead, asOfSeq: room.seq },
      unreadCount: follows ? unread.length : 0,
      unreadMentionCount: follows ? unread.filter(({ body }) => body.includes(`@${personId}`)).length : 0,
    };
  }

  private summaryOf({ id, messages, lastMessageAt }: TinyThread): ThreadSummary {
    const there = messages.filter(({ deletedAt }) => deletedAt === null);
    const authors = [...new Set(there.map(({ author }) => author.id).reverse())].slice(0, 3);
    const participants = authors.map(person);
    return { id, messageCount: there.length, lastMessageAt, participants };
  }

  private aboutReply(
    room: TinyRoom,
    thread: TinyThread,
    number: number,
    type: 'ThreadMessageSent' | 'ThreadMessageEdited' | 'ThreadMessageDeleted',
  ): void {
    const { id, at, seq } = this.next(room);
    const root = this.shownMessage(room, thread.rootNumber);
    this.append(room, () => {
      const message = this.shownMessage(thread, number);
      return {
        ...{ __typename: type, id, at, seq, actor: message.author, room: this.shown(room), message },
        thread: { ...this.summaryOf(thread), root: { author: { id: root.author.id } } },
      };
    });
  }

  private mark(room: TinyRoom, personId: string, mark: (before: number) => number): void {
    const before = room.marks.get(personId);
    if (before === undefined || !room.members.has(personId)) return;
    const after = Math.min(room.messages.length, Math.max(0, mark(before)));
    if (after === before) return;
    room.marks.set(personId, after);
    this.tellState(room, personId);
  }

  /** Whom a message named by its old words or its new ones. */
  private tellNamed(room: TinyRoom, bodies: string): void {
    for (const { id } of namesOf(bodies).mentions) if (room.members.has(id)) this.tellState(room, id);
  }

  private tellState(room: TinyRoom, personId: string): void {
    const [id, at] = [`p${String(this.position)}`, this.now()];
    const show = (): FeedEvent => {
      const state = this.stateOf(room, personId);
      return { __typename: 'RoomStateChanged', id, at, actor: person(personId), roomId: room.id, state };
    };
    this.log.push({ audience: new Set([personId]), show });
  }

  private stateOf(room: TinyRoom, personId: string): RoomViewerState | null {
    const { marks, members, messages, seq, threads } = room;
    if (!members.has(personId)) return null;
    const lastReadNumber = marks.get(personId) ?? 0;
    const unread = messages.filter(
      ({ author, deletedAt, number }) =>
        number > lastReadNumber && this.hears(personId, author.id) && deletedAt === null,
    );
    return {
      ...{ lastReadNumber, unreadCount: unread.length, asOfSeq: seq },
      unreadThreadMentionCount: [...threads.values()].reduce(
        (sum, thread) => sum + (this.threadStateOf(room, thread, personId)?.unreadMentionCount ?? 0),
        0,
      ),
      unreadThreadCount: [...threads.values()].filter(
        (thread) => (this.threadStateOf(room, thread, personId)?.unreadCount ?? 0) > 0,
      ).length,
      unreadMentionCount: room.people ? unread.length : unread.filter(({ body }) => mentions(body, personId)).length,
      ...{ notify: 'MENTIONS', isMuted: false, mutedUntil: null, isFavourite: false },
      isClosed: this.isClosed(room, personId),
    };
  }

  private isClosed(room: TinyRoom, personId: string): boolean {
    const closedSeq = room.closed.get(personId);
    const said = [room, ...room.threads.values()].flatMap(({ messages }) => messages);
    const takesBack = ({ author, seq }: Said): boolean =>
      seq > (closedSeq ?? 0) && !this.blockedBy(personId).has(author.id);
    return closedSeq !== undefined && !said.some(takesBack);
  }

  private blockedBy(personId: string): ReadonlySet<string> {
    return this.blocks.get(personId) ?? new Set();
  }

  private hears(personId: string, authorId: string): boolean {
    return authorId !== personId && !this.blockedBy(personId).has(authorId);
  }

  private memberEvents(roomId: string, after: number): readonly MemberEvent[] {
    return this.log
      .map(({ show }) => show())
      .filter((event) => 'user' in event)
      .filter(({ room, seq }) => room.id === roomId && seq > after);
  }

  private roomChanges(roomId: string, after: number): readonly RoomChangeEvent[] {
    return this.log
      .map(({ show }) => show())
      .filter((event) => event.__typename === 'RoomChanged')
      .filter(({ room, seq }) => room.id === roomId && seq > after);
  }

  private tellEverybody(
    room: TinyRoom,
    wasListed: boolean,
    event: { readonly id: string; readonly at: string; readonly actor: Person },
  ): void {
    const roomId = room.id;
    const listed = () => (room.visibility === 'PUBLIC' ? this.shown(room) : null);
    if (isListed(room)) {
      const __typename = wasListed ? 'PublicRoomChanged' : 'PublicRoomAdded';
      this.log.push({ audience: EVERYBODY, show: () => ({ __typename, ...event, roomId, listed: listed() }) });
    } else if (wasListed) {
      this.log.push({ audience: EVERYBODY, show: () => ({ __typename: 'PublicRoomRemoved', ...event, roomId }) });
    }
  }

  private startedThread(room: TinyRoom, number: number): ThreadSummary | null {
    const thread = this.threadOf(room, number);
    return thread ? this.summaryOf(thread) : null;
  }

  private readMessage(room: TinyRoom, timeline: TinyTimeline, number: number, personId: string): ReadMessage {
    const said = timeline.messages[number - 1];
    const own = (said?.reactions ?? []).filter((reaction) => reaction.personId === personId).map(({ emoji }) => emoji);
    const message = this.shownMessage(timeline, number);
    const isSaved = this.saved.some(
      (one) => timeline === room && one.personId === personId && one.roomId === room.id && one.number === number,
    );
    const reactions = message.reactions.map(({ emoji }) => emoji).filter((emoji) => own.includes(emoji));
    const viewerState: MessageMarks = { reactions, isSaved };
    return { ...message, viewerState };
  }

  /** As it is now, whenever what is told of it happened. */
  private shownMessage(timeline: TinyTimeline, number: number): ShownMessage {
    const said = timeline.messages[number - 1];
    if (!said) throw new Error('A message of the log must exist.');
    const { answers, reactions, ...message } = said;
    const emoji = [...new Set(reactions.map((reaction) => reaction.emoji))];
    return {
      ...message,
      reactions: emoji.map((one) => ({ emoji: one, count: reactions.filter((other) => other.emoji === one).length })),
      replyTo: answers === null ? null : quoteOf(this.shownMessage(timeline, answers)),
    };
  }

  private aboutMark(
    room: TinyRoom,
    timeline: TinyTimeline,
    number: number,
    type: 'MessagePinned' | 'MessageUnpinned' | 'LinkPreviewsChanged',
  ): void {
    const { id, at, seq } = this.next(room);
    this.append(room, () => {
      const message = this.shownMessage(timeline, number);
      return { __typename: type, id, at, seq, actor: message.author, room: this.shown(room), message };
    });
  }

  private aboutMessage(
    room: TinyRoom,
    number: number,
    type: 'MessageSent' | 'MessageEdited' | 'MessageDeleted',
    roomMention: 'BEGAN' | 'ENDED' | null,
  ): void {
    const { id, at, seq } = this.next(room);
    this.append(room, () => {
      const message = this.shownMessage(room, number);
      return {
        ...{ __typename: type, id, at, seq, actor: message.author, room: this.shown(room) },
        ...{ message, roomMention },
      };
    });
  }

  private append(room: TinyRoom, show: () => FeedEvent): void {
    this.log.push({ audience: new Set(room.members.keys()), show });
  }

  private next(room: TinyRoom): { id: string; at: string; seq: number } {
    const at = this.now();
    room.seq += 1;
    room.lastActivity = this.clock;
    return { id: `${room.id}-e${String(room.seq)}`, at, seq: room.seq };
  }

  private make(id: string, settings: Settings, people: readonly string[] | null): void {
    this.rooms.set(id, {
      ...{ ...settings, id, people, seq: 0, lastActivity: 0, messages: [] },
      ...{ members: new Map(), threads: new Map(), marks: new Map(), closed: new Map() },
    });
  }

  private shown(room: TinyRoom): Room {
    const { id, name, topic, visibility, posting, slowModeSeconds, keepMessagesDays, archivedAt, members } = room;
    const rules = { posting, slowModeSeconds, keepMessagesDays };
    const settings: Settings = { name, topic, visibility, ...rules, archivedAt };
    const kind = room.people ? 'DIRECT' : 'CHANNEL';
    return { id, kind, ...settings, memberCount: members.size };
  }

  private room(id: string): TinyRoom {
    const room = this.rooms.get(id);
    if (!room) throw new Error(`There is no room ${id}.`);
    return room;
  }

  private now(): string {
    this.clock += 1;
    return new Date(Date.UTC(2026, 10, 21, 18, 0, 0, this.clock)).toISOString();
  }
}

/** Whom a text names: the people who are called by it, and whether everybody in the room. */
function namesOf(text: string): Pick<ShownMessage, 'mentions' | 'mentionsRoom'> {
  const named = ['ada', 'ben', 'cleo'].filter((id) => text.includes(`@${id}`));
  return { mentions: named.map((id) => ({ id, username: id })), mentionsRoom: text.includes('@room') };
}

/** In a thread nobody names everybody. */
function namesIn(text: string): Pick<ShownMessage, 'mentions' | 'mentionsRoom'> {
  return { ...namesOf(text), mentionsRoom: false };
}

function byNewest(a: Message, b: Message): number {
  return b.createdAt.localeCompare(a.createdAt);
}

function mentions(body: string, personId: string): boolean {
  return body.includes('@room') || body.includes(`@${personId}`);
}

function changeOfRoomMention(before: string, after: string): 'BEGAN' | 'ENDED' | null {
  const [was, is] = [before, after].map((body) => body.includes('@room'));
  return was === is ? null : is ? 'BEGAN' : 'ENDED';
}

export function person(id: string): Face {
  const names = { id, username: id, displayName: id, kind: 'PERSON', avatarUrl: null, status: null } as const;
  return { ...names, createdAt: '2026-11-01T00:00:00.000Z' };
}

/** Whether those who are not in it find it. */
function isListed({ visibility, archivedAt }: Settings): boolean {
  return visibility === 'PUBLIC' && archivedAt === null;
}

function changesIn(room: Settings, settings: Partial<Settings>): RoomChange[] {
  const isOther = (key: keyof Settings): boolean => settings[key] !== undefined && settings[key] !== room[key];
  const archived: RoomChange = settings.archivedAt === null ? 'UNARCHIVED' : 'ARCHIVED';
  return [
    ...(isOther('name') ? (['NAME'] as const) : []),
    ...(isOther('topic') ? (['TOPIC'] as const) : []),
    ...(isOther('visibility') ? (['VISIBILITY'] as const) : []),
    ...(isOther('posting') ? (['POSTING'] as const) : []),
    ...(isOther('slowModeSeconds') ? (['SLOW_MODE'] as const) : []),
    ...(isOther('keepMessagesDays') ? (['RETENTION'] as const) : []),
    ...(isOther('archivedAt') ? [archived] : []),
  ];
}
