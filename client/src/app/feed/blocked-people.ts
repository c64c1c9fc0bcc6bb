import type { ChatState } from './chat-state';

/** Whether the viewer blocks somebody. What is unread because of that comes by events of its own. */
export function withBlocked(state: ChatState, userId: string, isBlocked: boolean): ChatState {
  if (state.blocked.has(userId) === isBlocked) return state;
  const blocked = new Set(state.blocked);
  if (isBlocked) blocked.add(userId);
  else blocked.delete(userId);
  return { ...state, blocked };
}

/** Some of those whom the viewer blocks, as a page of them says. */
export function withBlockedPage(state: ChatState, nodes: readonly { readonly id: string }[]): ChatState {
  return nodes.reduce((all, { id }) => withBlocked(all, id, true), state);
}
