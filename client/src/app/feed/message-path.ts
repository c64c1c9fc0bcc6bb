/** As the server has it in `Message.path`. */
export function messagePath(roomId: string, { number, thread }: Placed): string {
  return `${thread ? threadPath(roomId, thread.id) : `/chat/${roomId}`}/${String(number)}`;
}

/** A thread by itself: it is named as the message that it hangs on. */
export function threadPath(roomId: string, threadId: string): string {
  return `/chat/${roomId}/thread/${threadId}`;
}

interface Placed {
  readonly number: number;
  /** The thread that it stands in. */
  readonly thread: { readonly id: string } | null;
}
