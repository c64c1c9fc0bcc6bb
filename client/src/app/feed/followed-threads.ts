import type { Message, ThreadSummary } from '../core/graphql/model';
import { compareCodes } from '../shared/text/compare-codes';
import type { ChatState } from './chat-state';
import { isSameMessage } from './same-message';
import type { FollowedThread } from './thread-list';
import { isSameSummary } from './thread-summary';

/** What has become of a thread: how much is in it, and when something was said last, which puts it in its place. */
export function withFollowedSummary(state: ChatState, summary: ThreadSummary): ChatState {
  const { followed } = state;
  const known = followed?.threads.find((one) => one.summary.id === summary.id);
  if (!followed || !known || isSameSummary(known.summary, summary)) return state;
  const threads = followed.threads.map((one) => (one === known ? { ...known, summary } : one)).toSorted(byNewest);
  return { ...state, followed: { ...followed, threads } };
}

/** What has become of a message that a thread hangs on. */
export function withFollowedRoot(state: ChatState, message: Message): ChatState {
  const { followed } = state;
  const known = followed?.threads.find(({ root }) => root.id === message.id);
  if (!followed || !known || isSameMessage(known.root, message)) return state;
  const threads = followed.threads.map((one) => (one === known ? { ...known, root: message } : one));
  return { ...state, followed: { ...followed, threads } };
}

/** Takes a thread out that the viewer follows no more, and asks for one that they follow from now on. */
export function withFollowing(
  state: ChatState,
  { roomId, threadId }: { readonly roomId: string; readonly threadId: string },
): ChatState {
  const { followed } = state;
  const thread = state.rooms.get(roomId)?.threads.get(threadId);
  if (!followed || !thread?.viewerState) return state;
  const isKnown = followed.threads.some(({ summary }) => summary.id === threadId);
  if (thread.viewerState.follows === isKnown) return state;
  if (isKnown) return without(state, ({ summary }) => summary.id === threadId);
  return followed.isStale ? state : { ...state, followed: { ...followed, isStale: true } };
}

/** Nothing is shown of a room that the viewer has left. */
export function withoutFollowedIn(state: ChatState, roomId: string): ChatState {
  return without(state, ({ room }) => room.id === roomId);
}

function without(state: ChatState, isGone: (thread: FollowedThread) => boolean): ChatState {
  const { followed } = state;
  const threads = followed?.threads.filter((one) => !isGone(one));
  if (!followed || threads?.length === followed.threads.length) return state;
  return { ...state, followed: { ...followed, threads: threads ?? [] } };
}

function byNewest(a: FollowedThread, b: FollowedThread): number {
  const [one, other] = [a.summary, b.summary];
  return compareCodes(other.lastMessageAt, one.lastMessageAt) || compareCodes(other.id, one.id);
}
