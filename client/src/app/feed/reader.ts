import type { ChatState } from './chat-state';

/** Whose page it is, and whom they do not want to hear from. */
export type Reader = Pick<ChatState, 'viewerId' | 'blocked'>;

/** Whether what somebody says is news to the reader. */
export function isHeard(authorId: string, { viewerId, blocked }: Reader): boolean {
  return authorId !== viewerId && !blocked.has(authorId);
}
