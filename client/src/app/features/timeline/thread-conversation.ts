import { computed, inject, Injectable } from '@angular/core';
import type { RoomRole } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { withNewerReplies, withOlderReplies, withRepliesAround } from '../../feed/apply-read';
import type { ChatState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { OpenThreadStore } from '../../feed/open-thread.store';
import { threadMarkOf } from '../../feed/thread-reading';
import { floorIn, isSameFloor } from '../../feed/room-floor';
import { TimelinePlace } from '../../feed/timeline-place';
import { OutboxStore } from '../outbox';
import { ReadMarks } from '../reading';
import { Conversation, type MessagePage } from './conversation';
import { ThreadRequests } from './data/thread-requests';

type Merge = (state: ChatState, roomId: string, threadId: string, page: MessagePage) => ChatState;

/** What is said in a thread. Nobody comes or goes in one. */
@Injectable()
export class ThreadConversation extends Conversation {
  private readonly chat = inject(ChatStateStore);
  private readonly marks = inject(ReadMarks);
  private readonly openThread = inject(OpenThreadStore);
  private readonly outbox = inject(OutboxStore);
  private readonly place = inject(TimelinePlace);
  private readonly requests = inject(ThreadRequests);

  readonly id = this.place.key;
  readonly roomId = this.place.roomId;
  readonly threadId = this.place.threadId ?? '';

  private readonly room = computed(() => this.chat.state()?.rooms.get(this.roomId) ?? null);
  private readonly thread = computed(() => this.room()?.threads.get(this.threadId) ?? null);
  readonly root = computed(() => this.thread()?.root ?? null);
  readonly window = computed(() => this.thread()?.timeline ?? null);
  readonly hasFailed = computed(() => this.openThread.status() === 'failed');
  readonly notices = computed(() => []);
  readonly role = computed<RoomRole>(() => this.room()?.role ?? 'MEMBER');
  readonly floor = computed(() => floorIn(this.room()), { equal: isSameFloor });
  readonly readMark = computed(() => {
    const thread = this.thread();
    return thread && threadMarkOf(thread);
  });
  readonly changes = computed(() => this.outbox.changes().filter(({ roomId }) => roomId === this.roomId));
  readonly waiting = computed(() => this.outbox.entries().filter(({ threadRootId }) => threadRootId === this.threadId));

  retry(): void {
    this.openThread.retry();
  }

  latest(): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.latest(this.threadId), withNewerReplies);
  }

  older(before: string | null): Promise<Outcome<MessagePage>> {
    return this.read(
      () => (before === null ? this.requests.latest(this.threadId) : this.requests.older(this.threadId, before)),
      withOlderReplies,
    );
  }

  newer(after: string | null): Promise<Outcome<MessagePage>> {
    return this.read(
      () => (after === null ? this.requests.latest(this.threadId) : this.requests.newer(this.threadId, after)),
      withNewerReplies,
    );
  }

  around(number: number): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.around(this.threadId, number), withRepliesAround);
  }

  at(time: Date): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.at(this.threadId, time), withRepliesAround);
  }

  seenToEnd(): void {
    const last = this.window()?.messages.at(-1);
    if (last) this.marks.threadSeen(this.roomId, this.threadId, last);
  }

  async markRead(): Promise<Outcome<unknown>> {
    const outcome = await this.latest();
    if (!outcome.ok) return outcome;
    this.seenToEnd();
    return done(null);
  }

  markUnread(fromNumber: number): Promise<Outcome<unknown>> {
    return this.marks.markThreadUnread(this.roomId, this.threadId, fromNumber);
  }

  private read(request: () => Promise<Outcome<MessagePage>>, merge: Merge): Promise<Outcome<MessagePage>> {
    return this.chat.read(request, (state, page) => merge(state, this.roomId, this.threadId, page));
  }
}
