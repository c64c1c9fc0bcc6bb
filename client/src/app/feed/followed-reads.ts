import type { FollowedThreadFieldsFragment } from '../core/graphql/generated';
import type { ChatState } from './chat-state';
import type { FollowedThread } from './thread-list';
import { withThreadReading } from './thread-reading';

export interface FollowedPage {
  /** Of the first page: those with something unread, wherever in the list they stand. */
  readonly unread: readonly FollowedThreadFieldsFragment[];
  readonly nodes: readonly FollowedThreadFieldsFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The list of threads that the viewer follows as its first page says it. What was read beyond that stays, behind it. */
export function withFollowedThreads(state: ChatState, page: FollowedPage): ChatState {
  const read = page.nodes.map(toFollowed);
  const before = state.followed;
  const isLonger = page.pageInfo.hasNextPage && before !== null && before.threads.length > read.length;
  const threads = joined(joined(read, page.unread.map(toFollowed)), isLonger ? before.threads : []);
  const endCursor = isLonger ? before.endCursor : endOf(page);
  return withReadings({ ...state, followed: { threads, endCursor, isStale: false } }, page);
}

/** A page that came twice, or too late, changes nothing. */
export function withMoreFollowed(state: ChatState, after: string, page: FollowedPage): ChatState {
  const { followed } = state;
  if (followed?.endCursor !== after) return state;
  const threads = joined(followed.threads, page.nodes.map(toFollowed));
  return withReadings({ ...state, followed: { ...followed, threads, endCursor: endOf(page) } }, page);
}

function withReadings(state: ChatState, { nodes, unread }: FollowedPage): ChatState {
  return [...nodes, ...unread].reduce(withThreadReading, state);
}

function joined(first: readonly FollowedThread[], others: readonly FollowedThread[]): readonly FollowedThread[] {
  const known = new Set(first.map(({ summary }) => summary.id));
  return [...first, ...others.filter(({ summary }) => !known.has(summary.id))];
}

function toFollowed(read: FollowedThreadFieldsFragment): FollowedThread {
  const { id, messageCount, lastMessageAt, participants, room, root } = read;
  return { summary: { id, messageCount, lastMessageAt, participants }, room: { id: room.id, name: room.name }, root };
}

function endOf({ pageInfo }: FollowedPage): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}
