import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { withOpenThread } from './apply-read';
import { Attempts } from './attempts';
import { ChatStateStore } from './chat-state.store';
import { ConnectionStore } from './connection.store';
import { FeedRequests } from './data/feed-requests';
import { OpenRoomStore } from './open-room.store';

export type ThreadStatus = 'none' | 'loading' | 'ready' | 'not-found' | 'failed';

/** The thread that is open beside the room, and the one request that it takes to read it. */
@Injectable({ providedIn: 'root' })
export class OpenThreadStore {
  private readonly chat = inject(ChatStateStore);
  private readonly connection = inject(ConnectionStore);
  private readonly open = inject(OpenRoomStore);
  private readonly requests = inject(FeedRequests);

  private readonly attempts = new Attempts();
  private readonly reading = signal<string | null>(null);
  /** There is no such message, or it has no thread: it stands in one itself. */
  private readonly missing = signal<string | null>(null);

  /** Null while no thread is open in a room of the viewer's own. */
  readonly place = computed(
    () => {
      const [roomId, threadId] = [this.open.roomId(), this.open.threadId()];
      return roomId === null || threadId === null || !this.open.own() ? null : { roomId, threadId };
    },
    { equal: (one, other) => one?.roomId === other?.roomId && one?.threadId === other?.threadId },
  );
  readonly thread = computed(() => this.open.own()?.threads.get(this.open.threadId() ?? '') ?? null);

  readonly status = computed<ThreadStatus>(() => {
    const place = this.place();
    if (place === null) return 'none';
    if (this.thread()?.timeline) return 'ready';
    if (this.missing() === keyOf(place)) return 'not-found';
    return this.attempts.problem() ? 'failed' : 'loading';
  });

  constructor() {
    effect(() => {
      this.place();
      this.missing.set(null);
      this.attempts.forget();
    });
    effect(() => {
      if (this.connection.state() === 'live') this.attempts.forget();
    });
    effect(() => {
      const place = this.place();
      if (place === null || this.attempts.mustWait() || this.thread()?.timeline) return;
      if (this.missing() !== keyOf(place) && this.reading() !== keyOf(place)) untracked(() => void this.read(place));
    });
  }

  retry(): void {
    this.attempts.forget();
  }

  private async read(place: { readonly roomId: string; readonly threadId: string }): Promise<void> {
    const { roomId, threadId } = place;
    const key = keyOf(place);
    this.reading.set(key);
    const outcome = await this.chat.read(
      () => this.requests.openThread(threadId),
      (state, read) => withOpenThread(state, roomId, read),
    );
    this.reading.update((current) => (current === key ? null : current));
    this.attempts.answered();
    const isLeft = this.place() === null || keyOf(this.place() ?? place) !== key;
    if (isLeft) return;
    if (!outcome.ok) this.attempts.fail(outcome.problem);
    else {
      this.attempts.succeed();
      if (!this.thread()?.timeline) this.missing.set(key);
    }
  }
}

function keyOf({ roomId, threadId }: { readonly roomId: string; readonly threadId: string }): string {
  return `${roomId}/${threadId}`;
}
