interface Place {
  readonly id: string;
  readonly number: number;
}

/** What a thread should be to somebody by the rules of the house. */
export interface ReadThread {
  readonly id: string;
  readonly length: number;
  /** Null for one who has neither said nor done anything that decides it. */
  readonly follows: boolean | null;
  /** Null while there is no mark. */
  readonly lastRead: number | null;
}

interface Reply {
  readonly id: string;
  readonly place: number;
  readonly thread: string;
  names: boolean;
}

/** The threads of a room, and what of them Ada follows and has read: by the rules alone, and nothing of how the server keeps them. */
export class ThreadsByRules {
  private readonly threads = new Map<string, ReadThread>();
  private readonly messages = new Map<string, Reply>();

  get all(): readonly ReadThread[] {
    return [...this.threads.values()];
  }

  sent(
    root: Place,
    { id, number }: Place,
    by: {
      readonly names: boolean;
      readonly isHers: { readonly root: boolean; readonly message: boolean };
      readonly isIn: boolean;
    },
  ): void {
    const thread = { ...(this.threads.get(root.id) ?? { id: root.id, follows: null, lastRead: null }), length: number };
    this.threads.set(root.id, thread);
    this.messages.set(id, { id, place: number, thread: root.id, names: by.names });
    if (!by.isIn) return;
    if (by.names && !by.isHers.message) this.asksFor(root.id, number);
    else if ((by.isHers.root || by.isHers.message) && thread.follows === null)
      this.threads.set(root.id, { ...thread, follows: true, lastRead: thread.lastRead ?? number - 1 });
  }

  edited(
    { id }: { readonly id: string },
    by: { readonly names: boolean; readonly isOwn: boolean; readonly isIn: boolean },
  ): void {
    const message = this.messages.get(id);
    if (!message) return;
    if (by.names && !message.names && !by.isOwn && by.isIn) this.asksFor(message.thread, message.place);
    message.names = by.names;
  }

  read({ id }: ReadThread, number: number): void {
    this.mark(id, (lastRead) => Math.max(lastRead, number));
  }

  markedUnread({ id }: ReadThread, number: number): void {
    this.mark(id, (lastRead) => Math.min(lastRead, number - 1));
  }

  saidToFollow({ id }: ReadThread, follows: boolean): void {
    const thread = this.threads.get(id);
    if (thread) this.threads.set(id, { ...thread, follows, lastRead: thread.lastRead ?? thread.length });
  }

  forgetStay(): void {
    for (const [id, thread] of this.threads) this.threads.set(id, { ...thread, follows: null, lastRead: null });
  }

  /** Somebody names her: whatever she said before, she follows, and what came before it is read. */
  private asksFor(id: string, number: number): void {
    const thread = this.threads.get(id);
    if (thread && thread.follows !== true)
      this.threads.set(id, { ...thread, follows: true, lastRead: Math.max(thread.lastRead ?? 0, number - 1) });
  }

  /** A mark that moves nothing is none. */
  private mark(id: string, from: (lastRead: number) => number): void {
    const thread = this.threads.get(id);
    if (!thread) return;
    const before = thread.lastRead ?? 0;
    const lastRead = from(before);
    if (lastRead !== before) this.threads.set(id, { ...thread, lastRead });
  }
}
