import type { Person } from './person.js';

interface Place {
  readonly id: string;
}

/** What a thread is to somebody, as the API shows it. */
export interface ThreadState {
  readonly follows: boolean;
  readonly lastReadNumber: number;
  readonly unreadCount: number;
  readonly unreadMentionCount: number;
}

export const STATE_OF_THREAD = 'follows lastReadNumber unreadCount unreadMentionCount';
export const THREAD_STATE = `query ($id: ID!) { thread(id: $id) { viewerState { ${STATE_OF_THREAD} } } }`;
export const FOLLOW = `mutation ($id: ID!, $follows: Boolean!) {
  followThread(input: { threadId: $id, follows: $follows }) { thread { id viewerState { ${STATE_OF_THREAD} } } }
}`;
export const MARK_THREAD_READ = `mutation ($id: ID!, $thread: ID!, $number: Int!) {
  marked: markRead(input: { roomId: $id, threadId: $thread, number: $number }) { room { id } thread { id viewerState { ${STATE_OF_THREAD} } } }
}`;
export const MARK_THREAD_UNREAD = `mutation ($id: ID!, $thread: ID!, $number: Int!) {
  marked: markUnread(input: { roomId: $id, threadId: $thread, fromNumber: $number }) { room { id } thread { id viewerState { ${STATE_OF_THREAD} } } }
}`;
const STARTED = 'query ($id: ID!) { message(id: $id) { startedThread { id } } }';

interface Marked {
  readonly marked: { readonly thread: { readonly viewerState: ThreadState } };
}

/** The thread that hangs on a message. */
export async function threadOn(reader: Person, { id }: Place): Promise<Place> {
  const { message } = await reader.asks<{ message: { startedThread: Place | null } | null }>(STARTED, { id });
  if (!message?.startedThread) throw new Error('No thread hangs on this message.');
  return message.startedThread;
}

/** Null for one who may not see it. */
export async function threadStateOf(reader: Person, { id }: Place): Promise<ThreadState | null> {
  const { thread } = await reader.asks<{ thread: { viewerState: ThreadState | null } | null }>(THREAD_STATE, { id });
  return thread?.viewerState ?? null;
}

export async function follows(person: Person, { id }: Place, wanted: boolean): Promise<ThreadState> {
  const { followThread } = await person.asks<{ followThread: Marked['marked'] }>(FOLLOW, { id, follows: wanted });
  return followThread.thread.viewerState;
}

export async function readsThread(person: Person, room: Place, thread: Place, number: number): Promise<ThreadState> {
  const variables = { id: room.id, thread: thread.id, number };
  return (await person.asks<Marked>(MARK_THREAD_READ, variables)).marked.thread.viewerState;
}

/** As unread from this number on. */
export async function marksThreadUnread(
  person: Person,
  room: Place,
  thread: Place,
  number: number,
): Promise<ThreadState> {
  const variables = { id: room.id, thread: thread.id, number };
  return (await person.asks<Marked>(MARK_THREAD_UNREAD, variables)).marked.thread.viewerState;
}
