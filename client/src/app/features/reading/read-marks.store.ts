import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { done, isPassing, type Outcome } from '../../core/graphql/problem';
import { pauseAfter } from '../../core/graphql/try-again';
import { updateRoom } from '../../feed/chat-state';
import type { ChatState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { readMarkOf, withoutSeen, withReadState, withSeen, withViewerState } from '../../feed/read-state';
import {
  unreadThreadsOf,
  withoutThreadSeen,
  withThreadReading,
  withThreadSeen,
  withThreadState,
} from '../../feed/thread-reading';
import { sleep } from '../../shared/time/timer';
import { type LastMessage, type Mark, type Marking, MAX_TOGETHER } from './data/requests-about-many';
import { ReadingRequests, type ThreadEnds } from './data/reading-requests';

/** Whoever reads a lively room would send a mark with each message: one in so long says as much. */
const BETWEEN_MARKS = 2_000;

/**
 * What the viewer has read. It is shown as read at once, and told to the server in one request every two seconds at most; where that fails it
 * is tried again, and a mark is never older for having waited.
 */
@Injectable({ providedIn: 'root' })
export class ReadMarks {
  private readonly chat = inject(ChatStateStore);
  private readonly requests = inject(ReadingRequests);

  private readonly toTell = computed(() => marksToTell(this.chat.state()));
  /** In how many rooms and threads something was read that the server does not know of. */
  readonly waiting = computed(() => this.toTell().length);
  private readonly hasToTell = computed(() => this.toTell().length > 0);
  private isTelling = false;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor() {
    effect(() => {
      if (this.hasToTell()) untracked(() => void this.tell());
    });
  }

  /** The viewer has seen the room's last message. */
  seen(roomId: string, last: LastMessage): void {
    this.chat.change((state) => updateRoom(state, roomId, (room) => withSeen(room, last)));
  }

  /** The same of a thread. */
  threadSeen(roomId: string, threadId: string, last: LastMessage): void {
    this.chat.change((state) => updateRoom(state, roomId, (room) => withThreadSeen(room, threadId, last)));
  }

  /** Marks everything as read, in all rooms and in all threads. */
  async markEverything(): Promise<Outcome<unknown>> {
    const outcome = await this.markAll([...(this.chat.state()?.rooms.keys() ?? [])]);
    return outcome.ok ? this.markThreads() : outcome;
  }

  /** Marks whole rooms as read, also those that are not loaded. */
  async markAll(roomIds: readonly string[]): Promise<Outcome<unknown>> {
    const unread = roomIds.filter((id) => this.hasUnread(id));
    for (let from = 0; from < unread.length; from += MAX_TOGETHER) {
      const some = unread.slice(from, from + MAX_TOGETHER);
      const outcome = await this.chat.read(() => this.requests.lastMessages(some), withAllSeen);
      if (!outcome.ok) return outcome;
    }
    return done(null);
  }

  /** As unread again, from a message on. A mark that is on its way must not come after it. */
  async markUnread(roomId: string, fromNumber: number): Promise<Outcome<unknown>> {
    this.chat.change((state) => updateRoom(state, roomId, withoutSeen));
    await this.underWay;
    return this.chat.read(
      () => this.requests.markUnread({ roomId, fromNumber }),
      (state, { room: { viewerState } }) => updateRoom(state, roomId, (room) => withViewerState(room, viewerState)),
    );
  }

  async markThreadUnread(roomId: string, threadId: string, fromNumber: number): Promise<Outcome<unknown>> {
    this.chat.change((state) => updateRoom(state, roomId, (room) => withoutThreadSeen(room, threadId)));
    await this.underWay;
    return this.chat.read(
      () => this.requests.markUnread({ roomId, threadId, fromNumber }),
      (state, { room: { viewerState }, thread }) =>
        updateRoom(state, roomId, (room) =>
          withThreadState(withReadState(room, viewerState), threadId, thread?.viewerState ?? null),
        ),
    );
  }

  /** Looks for them from where something was said last, until none has anything unread. */
  private async markThreads(after: string | null = null): Promise<Outcome<unknown>> {
    if (!this.hasUnreadThreads()) return done(null);
    const outcome = await this.chat.read(() => this.requests.threadEnds(after), withThreadsSeen);
    if (!outcome.ok || outcome.value.endCursor === null) return outcome;
    return this.markThreads(outcome.value.endCursor);
  }

  private hasUnread(roomId: string): boolean {
    const room = this.chat.state()?.rooms.get(roomId);
    return ((room && readMarkOf(room)?.unreadCount) ?? 0) > 0;
  }

  private hasUnreadThreads(): boolean {
    return [...(this.chat.state()?.rooms.values() ?? [])].some((room) => unreadThreadsOf(room) > 0);
  }

  private async tell(): Promise<void> {
    if (this.isTelling) return;
    this.isTelling = true;
    let failures = 0;
    let together = MAX_TOGETHER;
    for (let marks = this.toTell(); marks.length > 0; marks = this.toTell()) {
      const some = marks.slice(0, together);
      const telling = this.chat.read(() => this.requests.markRead(some), withMarked);
      this.underWay = telling;
      const [outcome] = await Promise.all([telling, sleep(BETWEEN_MARKS)]);
      if (outcome.ok) failures = 0;
      else if (isPassing(outcome.problem)) await pauseAfter(outcome.problem, failures++);
      // One that is refused takes the others with it: then each goes alone.
      else if (some.length > 1) together = 1;
      else this.chat.change((state) => some.reduce(withoutMark, state));
    }
    this.isTelling = false;
  }
}

function marksToTell(state: ChatState | null): readonly Mark[] {
  return [...(state?.rooms ?? [])].flatMap(([roomId, room]) => [
    ...(room.seen ? [{ roomId, threadId: null, number: room.seen.lastReadNumber }] : []),
    ...[...room.threads].flatMap(([threadId, { seen }]) =>
      seen ? [{ roomId, threadId, number: seen.lastReadNumber }] : [],
    ),
  ]);
}

function withMarked(state: ChatState, marked: readonly Marking[]): ChatState {
  return marked.reduce(
    (all, { room, thread }) =>
      thread
        ? withThreadReading(all, { ...thread, room })
        : updateRoom(all, room.id, (before) => withReadState(before, room.viewerState)),
    state,
  );
}

function withoutMark(state: ChatState, { roomId, threadId }: Mark): ChatState {
  return updateRoom(state, roomId, (room) =>
    threadId === null ? withoutSeen(room) : withoutThreadSeen(room, threadId),
  );
}

function withAllSeen(state: ChatState, last: ReadonlyMap<string, LastMessage>): ChatState {
  return [...last].reduce((all, [id, message]) => updateRoom(all, id, (room) => withSeen(room, message)), state);
}

function withThreadsSeen(state: ChatState, { threads }: ThreadEnds): ChatState {
  return threads.reduce((all, { reading, last }) => {
    const read = withThreadReading(all, reading);
    return last ? updateRoom(read, reading.room.id, (room) => withThreadSeen(room, reading.id, last)) : read;
  }, state);
}
