import type { Person } from '../people/person.js';
import { type RoomState, STATE, stateOf } from '../people/reading.js';
import { STATE_OF_THREAD, type ThreadState } from '../people/threads.js';
import type { Socket } from '../sockets/socket.js';

interface Place {
  readonly id: string;
}

/** What a device keeps of a thread. */
export interface KnownThread extends ThreadState {
  readonly asOfSeq: number;
}

/** An event with as much as a badge needs of it. */
interface BadgeEvent {
  readonly __typename: string;
  readonly seq?: number;
  readonly room?: { readonly id: string; readonly kind: 'CHANNEL' | 'DIRECT' };
  readonly roomId?: string;
  readonly state?: RoomState | null;
  readonly user?: { readonly id: string };
  readonly message?: SpokenMessage;
  readonly roomMention?: 'BEGAN' | 'ENDED' | null;
  readonly thread?: { readonly id: string; readonly root: { readonly author: Place } };
  readonly threadId?: string;
  readonly threadState?: KnownThread | null;
  readonly roomState?: RoomState | null;
  readonly userId?: string;
  readonly isBlocked?: boolean;
}

interface SpokenMessage {
  readonly number: number;
  readonly author: Place;
  readonly mentions: readonly Place[];
}

interface ThreadEvent extends BadgeEvent {
  readonly seq: number;
  readonly message: SpokenMessage;
  readonly thread: NonNullable<BadgeEvent['thread']>;
}

interface Item {
  readonly item: { readonly cursor: string; readonly event: BadgeEvent | null };
}

const THREAD = `${STATE_OF_THREAD} asOfSeq`;
const FEED = `subscription ($after: Cursor!) { item: events(after: $after) { cursor event { __typename
  ... on RoomEvent { seq room { id kind } } ... on BlockedUsersChanged { userId isBlocked } ... on MemberEvent { user { id } }
  ... on MessageEvent { message { number author { id } mentions { id } } }
  ... on MessageSent { roomMention } ... on MessageEdited { roomMention } ... on MessageDeleted { roomMention }
  ... on ThreadMessageEvent { message { number author { id } mentions { id } } thread { id root { author { id } } } }
  ... on RoomStateChanged { roomId state { ${STATE} } }
  ... on ThreadStateChanged { roomId threadId threadState: state { ${THREAD} } roomState { ${STATE} } } } } }`;
const SNAPSHOT = `query ($id: ID!) { viewer { eventCursor blockedUsers(first: 100) { nodes { id } } } room(id: $id) { viewerState { ${STATE} } } }`;
const BOTH_STATES = `query ($id: ID!) { thread(id: $id) { viewerState { ${THREAD} } room { viewerState { ${STATE} } } } }`;

/** One of somebody's devices, which shows the badges of a room and its threads, and keeps them as docs/guides/clients-for-people.md says. It has a line, or none. */
export class BadgeDevice {
  private line: Socket | undefined;
  private handling: Promise<void> = Promise.resolve();
  private readonly threads = new Map<string, KnownThread>();

  private constructor(
    private readonly owner: Person,
    private readonly room: Place,
    private cursor: string,
    private state: RoomState | null,
    private readonly blocked: Set<string>,
  ) {}

  static async opens(owner: Person, room: Place): Promise<BadgeDevice> {
    const { viewer, room: seen } = await owner.asks<{
      viewer: { eventCursor: string; blockedUsers: { nodes: readonly Place[] } };
      room: { viewerState: RoomState | null } | null;
    }>(SNAPSHOT, { id: room.id });
    const blocked = new Set(viewer.blockedUsers.nodes.map(({ id }) => id));
    return new BadgeDevice(owner, room, viewer.eventCursor, seen?.viewerState ?? null, blocked);
  }

  /** What it shows. */
  get badge(): number | null {
    return this.state?.unreadCount ?? null;
  }

  /** All that it knows of the room. */
  get known(): RoomState | null {
    return this.state;
  }

  /** Of a thread it knows nothing until something happens there. */
  knownOf({ id }: Place): KnownThread | undefined {
    return this.threads.get(id);
  }

  async goesOnline(): Promise<void> {
    if (this.line) return;
    const line = await this.owner.opensSocket();
    this.line = line;
    void this.follows(line);
  }

  /** Once it has handled what it has in its hands. */
  async goesOffline(): Promise<void> {
    this.line?.cut();
    this.line = undefined;
    await this.handling;
  }

  /** What a mutation of its own answered: no older than what it knew. */
  hears(answer: RoomState | null): void {
    this.state = answer;
  }

  private async follows(line: Socket): Promise<void> {
    const feed = line.subscribes<Item>(FEED, { after: this.cursor });
    for (;;) {
      const answer = await feed.next().catch(() => undefined);
      // What still comes over a line that was cut is for nobody: it comes again.
      if (!answer || this.line !== line) return;
      const { event, cursor } = answer.item;
      this.handling = this.handlesTwice(event);
      await this.handling;
      this.cursor = cursor;
    }
  }

  /** An event that comes once more changes nothing. */
  private async handlesTwice(event: BadgeEvent | null): Promise<void> {
    for (const again of event ? [event, event] : []) await this.handles(again);
  }

  private async handles(event: BadgeEvent): Promise<void> {
    const { __typename, seq } = event;
    if (__typename === 'RoomStateChanged' && event.roomId === this.room.id) this.state = event.state ?? null;
    if (__typename === 'BlockedUsersChanged') this.blocks(event.userId ?? '', event.isBlocked === true);
    if (__typename === 'ThreadStateChanged' && event.roomId === this.room.id)
      this.takes(event.threadId ?? '', event.threadState, event.roomState);
    if (event.room?.id !== this.room.id || seq === undefined) return;
    if (isOfThread(event)) {
      await this.handlesInThread(event);
      return;
    }
    if (this.state && seq <= this.state.asOfSeq) return;
    const isAboutOwner = event.user?.id === this.owner.id;
    if (isAboutOwner && (__typename === 'MemberJoined' || __typename === 'MemberLeft')) {
      this.threads.clear();
      this.state = __typename === 'MemberJoined' ? await stateOf(this.owner, this.room) : null;
    } else if (this.state) this.state = this.inList(counted(this.state, seq, event, this), event);
  }

  /** Whether what somebody says is news to its owner. */
  isNewsOf({ id }: Place): boolean {
    return id !== this.owner.id && !this.blocked.has(id);
  }

  names({ mentions }: SpokenMessage): boolean {
    return mentions.some(({ id }) => id === this.owner.id);
  }

  private blocks(userId: string, isBlocked: boolean): void {
    if (isBlocked) this.blocked.add(userId);
    else this.blocked.delete(userId);
  }

  private inList(state: RoomState, { __typename, message }: BadgeEvent): RoomState {
    const isSaid = __typename === 'MessageSent' || __typename === 'ThreadMessageSent';
    return isSaid && message && !this.blocked.has(message.author.id) ? { ...state, isClosed: false } : state;
  }

  private async handlesInThread(event: ThreadEvent): Promise<void> {
    const { state } = this;
    if (!state) return;
    const { id } = event.thread;
    const known = this.threads.get(id);
    const isNew = { toRoom: event.seq > state.asOfSeq, toThread: known !== undefined && event.seq > known.asOfSeq };
    if (!isNew.toRoom && !isNew.toThread) return;
    // What it does not know, and what it cannot compute, it asks for.
    if (!known || !isNew.toThread || (!known.follows && mayFollowBy(event, this.owner))) {
      await this.asks(id);
      return;
    }
    const now = countedInThread(known, event, this);
    this.threads.set(id, now);
    if (isNew.toRoom) this.state = this.inList(withThread(state, known, now), event);
  }

  private async asks(id: string): Promise<void> {
    const { thread } = await this.owner.asks<{
      thread: { viewerState: KnownThread | null; room: { viewerState: RoomState | null } } | null;
    }>(BOTH_STATES, { id });
    this.takes(id, thread?.viewerState, thread?.room.viewerState);
  }

  private takes(id: string, thread: KnownThread | null | undefined, room: RoomState | null | undefined): void {
    this.state = room ?? null;
    if (thread) this.threads.set(id, thread);
    else this.threads.delete(id);
  }
}

function counted(state: RoomState, seq: number, event: BadgeEvent, device: BadgeDevice): RoomState {
  const { __typename, message, room } = event;
  const isTheirs = message !== undefined && device.isNewsOf(message.author) && message.number > state.lastReadNumber;
  if (!isTheirs) return { ...state, asOfSeq: seq };
  const change = { MessageSent: 1, MessageDeleted: -1 }[__typename] ?? 0;
  return {
    ...state,
    asOfSeq: seq,
    unreadCount: state.unreadCount + change,
    unreadMentionCount: state.unreadMentionCount + (room?.kind === 'DIRECT' ? change : changeOfMentions(event, device)),
  };
}

function changeOfMentions({ __typename, message, roomMention }: BadgeEvent, device: BadgeDevice): number {
  if (roomMention === 'BEGAN') return 1;
  if (roomMention === 'ENDED') return -1;
  return __typename === 'MessageSent' && message && device.names(message) ? 1 : 0;
}

function isOfThread(event: BadgeEvent): event is ThreadEvent {
  return event.thread !== undefined && event.message !== undefined && event.seq !== undefined;
}

/** Whether its owner may have begun to follow by it: the server knows whether they had said that they do not want to. */
function mayFollowBy({ __typename, message, thread }: ThreadEvent, owner: Person): boolean {
  const isTheirs = message.author.id === owner.id || thread.root.author.id === owner.id;
  return __typename === 'ThreadMessageSent' && (isTheirs || isNamedIn(message, owner));
}

function isNamedIn({ mentions }: SpokenMessage, owner: Person): boolean {
  return mentions.some(({ id }) => id === owner.id);
}

function countedInThread(
  known: KnownThread,
  { __typename, seq, message }: ThreadEvent,
  device: BadgeDevice,
): KnownThread {
  const now = { ...known, asOfSeq: seq };
  const isUnread = device.isNewsOf(message.author) && message.number > known.lastReadNumber;
  if (!known.follows || !isUnread) return now;
  const change = { ThreadMessageSent: 1, ThreadMessageDeleted: -1 }[__typename] ?? 0;
  const names = __typename === 'ThreadMessageSent' && device.names(message) ? 1 : 0;
  return {
    ...now,
    unreadCount: known.unreadCount + change,
    unreadMentionCount: known.unreadMentionCount + names,
  };
}

/** A room's counts after those of one of its threads have changed. */
function withThread(state: RoomState, before: KnownThread, now: KnownThread): RoomState {
  const isUnread = ({ unreadCount }: KnownThread): number => (unreadCount > 0 ? 1 : 0);
  return {
    ...state,
    asOfSeq: now.asOfSeq,
    unreadThreadCount: state.unreadThreadCount + isUnread(now) - isUnread(before),
    unreadThreadMentionCount: state.unreadThreadMentionCount + now.unreadMentionCount - before.unreadMentionCount,
  };
}
