import type { Person } from '../people/person.js';
import { STATE_OF_THREAD, type ThreadState } from '../people/threads.js';
import type { Name } from './action.js';
import type { ModelMessage } from './model-message.js';
import type { ModelRoom } from './model-room.js';
import type { ModelThreadState } from './model-thread.js';

/** A room as somebody sees it: messages and people by their ids. The lists are null to those who are not in it. */
export interface Sight {
  readonly members: readonly string[];
  readonly messages: readonly SeenMessage[] | null;
  /** By the message that each hangs on. */
  readonly threads: Readonly<Record<string, SeenThread>>;
  readonly pins: readonly string[] | null;
  /** Of what they saved, what stands in this room. */
  readonly saved: readonly string[];
}

interface SeenMessage {
  readonly id: string;
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  readonly reactions: readonly { readonly emoji: string; readonly count: number; readonly users: readonly string[] }[];
  readonly own: { readonly isSaved: boolean; readonly reactions: readonly string[] };
}

interface SeenThread {
  readonly state: ModelThreadState;
  readonly messages: readonly SeenMessage[];
}

/** The ids of what the model knows by itself. */
export interface Ids {
  person(name: Name): string;
  message(message: ModelMessage): string;
}

/** By a fresh read of the server. */
export async function sightOf(person: Person, { id }: { id: string }): Promise<Sight> {
  const { room, viewer } = await person.asks<Look>(LOOK, { id });
  const roots = (room?.messages?.nodes ?? []).flatMap(({ id: root, startedThread }) => (startedThread ? [root] : []));
  const threads = await Promise.all(roots.map(async (root) => [root, await threadAt(person, root)] as const));
  const saved = viewer.savedMessages.nodes.filter((message) => message.room.id === id);
  const isIn = room?.messages != null;
  return {
    members: isIn ? (room.members?.nodes ?? []).map(({ user, role }) => `${user.id} ${role}`) : [],
    messages: room?.messages?.nodes.map(seen) ?? null,
    threads: Object.fromEntries(threads),
    pins: room?.pins?.nodes.map((message) => message.id) ?? null,
    saved: saved.map((message) => message.id),
  };
}

/** By what the model says. */
export function expectedSight(name: Name, room: ModelRoom, saved: readonly ModelMessage[], ids: Ids): Sight {
  const show = (message: ModelMessage): SeenMessage => {
    const reactions = [...message.reactions];
    return {
      id: ids.message(message),
      number: message.number,
      author: ids.person(message.author),
      body: message.body,
      isEdited: message.edited,
      isDeleted: message.deleted,
      isPinned: room.pins.includes(message),
      reactions: reactions.map(([emoji, people]) => ({
        emoji,
        count: people.length,
        users: people.map((who) => ids.person(who)),
      })),
      own: {
        isSaved: saved.includes(message),
        reactions: reactions.flatMap(([emoji, people]) => (people.includes(name) ? [emoji] : [])),
      },
    };
  };
  if (!room.members.has(name)) return { members: [], messages: null, threads: {}, pins: null, saved: [] };
  const threads = room.messages.flatMap((root) => {
    const thread = room.threads.get(root.number);
    return thread
      ? [[ids.message(root), { state: thread.stateOf(name), messages: thread.messages.map(show) }] as const]
      : [];
  });
  return {
    members: [...room.members].map(([who, role]) => `${ids.person(who)} ${role}`),
    messages: room.messages.map(show),
    threads: Object.fromEntries(threads),
    pins: room.pins.map((message) => ids.message(message)),
    saved: saved.filter((message) => room.has(message)).map((message) => ids.message(message)),
  };
}

export function threadStateIn({ follows, lastReadNumber, unreadCount, unreadMentionCount }: ThreadState) {
  return { follows, lastRead: lastReadNumber, unread: unreadCount, mentions: unreadMentionCount };
}

interface Look {
  readonly room: {
    readonly members: { readonly nodes: readonly { readonly user: Named; readonly role: string }[] } | null;
    readonly messages: { readonly nodes: readonly FreshMessage[] } | null;
    readonly pins: { readonly nodes: readonly Named[] } | null;
  } | null;
  readonly viewer: { readonly savedMessages: { readonly nodes: readonly (Named & { readonly room: Named })[] } };
}

interface FreshMessage extends Pick<SeenMessage, 'id' | 'number' | 'body'> {
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly pinnedAt: string | null;
  readonly author: Named;
  readonly reactions: readonly {
    readonly emoji: string;
    readonly count: number;
    readonly users: { readonly nodes: readonly Named[] };
  }[];
  readonly viewerState: SeenMessage['own'];
  readonly startedThread: Named | null;
}

interface FreshThread {
  readonly thread: {
    readonly viewerState: ThreadState;
    readonly messages: { readonly nodes: readonly FreshMessage[] };
  };
}

interface Named {
  readonly id: string;
}

const MESSAGE = `id number body editedAt deletedAt pinnedAt author { id } reactions { emoji count users(first: 4) { nodes { id } } }
  viewerState { isSaved reactions } startedThread { id }`;
const LOOK = `query ($id: ID!) { room(id: $id) { members(first: 10) { nodes { user { id } role } }
  messages(last: 100) { nodes { ${MESSAGE} } } pins(first: 100) { nodes { id } } }
  viewer { savedMessages(first: 100) { nodes { id room { id } } } } }`;
const THREAD = `query ($id: ID!) { thread(id: $id) { viewerState { ${STATE_OF_THREAD} } messages(last: 100) { nodes { ${MESSAGE} } } } }`;

async function threadAt(person: Person, id: string): Promise<SeenThread> {
  const { thread } = await person.asks<FreshThread>(THREAD, { id });
  return { state: threadStateIn(thread.viewerState), messages: thread.messages.nodes.map(seen) };
}

function seen({ id, number, body, author, viewerState, ...rest }: FreshMessage): SeenMessage {
  return {
    id,
    number,
    author: author.id,
    body,
    isEdited: rest.editedAt !== null,
    isDeleted: rest.deletedAt !== null,
    isPinned: rest.pinnedAt !== null,
    reactions: rest.reactions.map(({ emoji, count, users }) => ({
      emoji,
      count,
      users: users.nodes.map((user) => user.id),
    })),
    own: viewerState,
  };
}
