import type { FeedItem } from './feed.js';
import type { Person } from '../people/person.js';

/** What a client keeps of one room. */
export interface RoomView {
  readonly name: string;
  readonly topic: string;
  readonly visibility: string;
  readonly posting: string;
  readonly slowModeSeconds: number;
  readonly archivedAt: string | null;
  readonly memberCount: number;
  readonly members: Readonly<Record<string, Member>>;
  readonly messages: Readonly<Record<number, Message>>;
  /** By the id of each thread what was said in it. */
  readonly threads: Readonly<Record<string, Readonly<Record<number, Message>>>>;
  /** The newest pin first. */
  readonly pins: readonly string[];
}

/** What a room is called, what it is about, who may see it, and who may say something there. */
type Settings = Pick<RoomView, 'name' | 'topic' | 'visibility' | 'posting' | 'slowModeSeconds' | 'archivedAt'>;

interface Member {
  readonly user: { readonly id: string };
  readonly role: string;
  readonly joinedAt: string;
}

interface Message {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly pinnedAt: string | null;
  readonly nonce: string | null;
  readonly author: { readonly id: string };
  readonly attachments: readonly { readonly id: string }[];
  readonly reactions: readonly Reaction[];
  readonly replyTo: Quoted | null;
  readonly mentions: readonly { readonly id: string }[];
  readonly mentionsRoom: boolean;
  readonly linkPreviews: readonly { readonly url: string; readonly title: string | null }[];
  readonly thread: { readonly id: string } | null;
  readonly startedThread: StartedThread | null;
}

/** What one sees of a thread beside its root. */
interface StartedThread {
  readonly id: string;
  readonly messageCount: number;
  readonly lastMessageAt: string;
  readonly participants: readonly { readonly id: string }[];
}

/** What a message answers, which changes without it. */
type Quoted = Pick<Message, 'id' | 'body' | 'deletedAt'>;

interface Reaction {
  readonly emoji: string;
  readonly count: number;
  readonly users: { readonly nodes: readonly { readonly id: string }[] };
}

/** An event with all that a view needs to follow it. */
export interface ViewEvent {
  readonly __typename: string;
  readonly id: string;
  readonly seq?: number;
  readonly room?: Settings & { readonly id: string };
  readonly user?: { readonly id: string };
  readonly member?: Member | null;
  readonly message?: Message;
  readonly thread?: StartedThread;
}

export type ViewItem = Omit<FeedItem, 'event'> & { readonly event: ViewEvent | null };

const MEMBER = 'user { id } role joinedAt';
const THREAD = 'id messageCount lastMessageAt participants { id }';
const MESSAGE = `id number seq body editedAt deletedAt pinnedAt nonce author { id } attachments { id } reactions { emoji count users(first: 1) { nodes { id } } } replyTo { id body deletedAt }
  mentions { id } mentionsRoom linkPreviews { url title imageUrl } thread { id } startedThread { ${THREAD} }`;
const SETTINGS = 'name topic visibility posting slowModeSeconds archivedAt';
const ITEM = `cursor live mark event { __typename id ... on RoomEvent { seq room { id ${SETTINGS} } }
  ... on MessageSent { message { ${MESSAGE} } } ... on MessageEdited { message { ${MESSAGE} } }
  ... on MessageDeleted { message { ${MESSAGE} } } ... on ReactionAdded { message { ${MESSAGE} } }
  ... on LinkPreviewsChanged { message { ${MESSAGE} } } ... on MessagePinned { message { ${MESSAGE} } } ... on MessageUnpinned { message { ${MESSAGE} } }
  ... on ThreadMessageEvent { message { ${MESSAGE} } thread { ${THREAD} } }
  ... on ReactionRemoved { message { ${MESSAGE} } } ... on MemberLeft { user { id } }
  ... on MemberJoined { user { id } member { ${MEMBER} } } ... on MemberRoleChanged { user { id } member { ${MEMBER} } } }`;

const FRESH = `query ($id: ID!) { room(id: $id) { eventCursor ${SETTINGS} memberCount members(first: 100) { nodes { ${MEMBER} } }
  messages(last: 100) { nodes { ${MESSAGE} } } pins(first: 100) { nodes { id } } } viewer { eventCursor } }`;
const FRESH_THREAD = `query ($id: ID!) { thread(id: $id) { messages(last: 100) { nodes { ${MESSAGE} } } } }`;

export const VIEWED_ROOM = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) { ${ITEM} } }`;
export const VIEWED_FEED = `subscription ($after: Cursor) { item: events(after: $after) { ${ITEM} } }`;
export const VIEWED_PAGE = `query ($after: Cursor!, $roomId: ID) { items: events(after: $after, roomId: $roomId) { ${ITEM} } }`;

export interface Snapshot {
  readonly view: RoomView;
  readonly roomCursor: string;
  readonly feedCursor: string;
}

/** The room as it is now, and the positions from which the feeds go on. For somebody who is in it. */
export async function snapshot(reader: Person, { id }: { id: string }): Promise<Snapshot> {
  const { room, viewer } = await reader.asks<FreshRead>(FRESH, { id });
  const view = await viewIn(reader, room);
  if (!view || !room) throw new Error(`${reader.username} is not in the room.`);
  return { view, roomCursor: room.eventCursor, feedCursor: viewer.eventCursor };
}

/** The room as it is now; undefined for somebody who is in it no longer. */
export async function viewOf(reader: Person, { id }: { id: string }): Promise<RoomView | undefined> {
  return viewIn(reader, (await reader.asks<FreshRead>(FRESH, { id })).room);
}

interface FreshRead {
  readonly room: FreshRoom | null;
  readonly viewer: { readonly eventCursor: string };
}

interface FreshRoom extends Settings {
  readonly eventCursor: string;
  readonly memberCount: number;
  readonly members: { readonly nodes: readonly Member[] } | null;
  readonly messages: { readonly nodes: readonly Message[] } | null;
  readonly pins: { readonly nodes: readonly { readonly id: string }[] } | null;
}

async function viewIn(reader: Person, room: FreshRoom | null): Promise<RoomView | undefined> {
  if (!room?.members || !room.messages || !room.pins) return undefined;
  return {
    ...settingsOf(room),
    memberCount: room.memberCount,
    members: Object.fromEntries(room.members.nodes.map((member) => [member.user.id, member])),
    messages: byNumber(room.messages.nodes),
    threads: await threadsOf(reader, room.messages.nodes),
    pins: room.pins.nodes.map(({ id }) => id),
  };
}

function byNumber(messages: readonly Message[]): Record<number, Message> {
  return Object.fromEntries(messages.map((message) => [message.number, message]));
}

async function threadsOf(reader: Person, messages: readonly Message[]): Promise<RoomView['threads']> {
  const ids = messages.flatMap(({ startedThread }) => startedThread?.id ?? []);
  const threads = ids.map(async (id): Promise<[string, Record<number, Message>]> => {
    const { thread } = await reader.asks<{ thread: { messages: { nodes: readonly Message[] } } | null }>(FRESH_THREAD, {
      id,
    });
    return [id, byNumber(thread?.messages.nodes ?? [])];
  });
  return Object.fromEntries(await Promise.all(threads));
}

/** The view after an event. By id and number, so that applying one twice changes nothing. */
export function apply(before: RoomView, { __typename, room, user, member, message, thread }: ViewEvent): RoomView {
  const view = room ? { ...before, ...settingsOf(room) } : before;
  if (message) return withMessage(thread ? withStartedThread(view, thread) : view, message);
  if (user && __typename === 'MemberLeft') return withMembers(view, omit(view.members, user.id));
  // Null where they have left since: their MemberLeft follows.
  if (user && member) return withMembers(view, { ...view.members, [user.id]: member });
  return view;
}

/** The view after all the events of one room in a list. */
export function applyAll(view: RoomView, room: { id: string }, items: readonly ViewItem[]): RoomView {
  return items
    .flatMap(({ event }) => (event?.room?.id === room.id ? [event] : []))
    .reduce((state, event) => apply(state, event), view);
}

function settingsOf({ name, topic, visibility, posting, slowModeSeconds, archivedAt }: Settings): Settings {
  return { name, topic, visibility, posting, slowModeSeconds, archivedAt };
}

function withMembers(view: RoomView, members: RoomView['members']): RoomView {
  return { ...view, members, memberCount: Object.keys(members).length };
}

function omit<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/** The view with a message that is new or has changed: there, where others quote it, and among the pins. */
function withMessage(view: RoomView, message: Message): RoomView {
  const { thread } = message;
  const messages = thread ? view.messages : withIn(view.messages, message);
  const threads = thread
    ? { ...view.threads, [thread.id]: withIn(view.threads[thread.id] ?? {}, message) }
    : view.threads;
  const all = [messages, ...Object.values(threads)].flatMap((timeline) => Object.values(timeline));
  return { ...view, messages, threads, pins: pinsIn(all) };
}

/** One timeline with it. */
function withIn(timeline: Readonly<Record<number, Message>>, message: Message): Record<number, Message> {
  const { id, body, deletedAt } = message;
  const quoting = Object.entries(timeline).map(([number, other]): [string, Message] => [
    number,
    other.replyTo?.id === id ? { ...other, replyTo: { id, body, deletedAt } } : other,
  ]);
  return { ...Object.fromEntries(quoting), [message.number]: message };
}

function withStartedThread(view: RoomView, thread: StartedThread): RoomView {
  const messages = Object.entries(view.messages).map(([number, message]): [string, Message] => [
    number,
    message.id === thread.id ? { ...message, startedThread: thread } : message,
  ]);
  return { ...view, messages: Object.fromEntries(messages) };
}

function pinsIn(messages: readonly Message[]): string[] {
  const newestFirst = (a: Message, b: Message): number =>
    (b.pinnedAt ?? '').localeCompare(a.pinnedAt ?? '') || b.seq - a.seq;
  return messages
    .filter(({ pinnedAt }) => pinnedAt !== null)
    .toSorted(newestFirst)
    .map(({ id }) => id);
}
