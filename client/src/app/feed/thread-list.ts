import type { Message, ThreadSummary } from '../core/graphql/model';

/** A thread that the viewer follows, as it stands in their list. What is unread in it stands with its room. */
export interface FollowedThread {
  readonly summary: ThreadSummary;
  readonly room: { readonly id: string; readonly name: string };
  /** The message that it hangs on. */
  readonly root: Message;
}

/** The threads that the viewer follows, as far as they have looked at them: where something was said last first. */
export interface FollowedThreads {
  readonly threads: readonly FollowedThread[];
  /** Where the list goes on; null where that was all. */
  readonly endCursor: string | null;
  /** A thread has come to its front that has to be read. */
  readonly isStale: boolean;
}
