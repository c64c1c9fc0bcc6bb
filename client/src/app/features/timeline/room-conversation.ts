import { computed, inject, Injectable, signal } from '@angular/core';
import type { MessagePageFieldsFragment } from '../../core/graphql/generated';
import type { RoomRole } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { withAround, withNewer, withOlder, withoutFarHistory } from '../../feed/apply-read';
import type { ChatState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { hasNewer } from '../../feed/message-window';
import { readMarkOf } from '../../feed/read-state';
import { floorIn, isSameFloor } from '../../feed/room-floor';
import { ScreenReads } from '../../feed/screen-reads.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { OutboxStore } from '../outbox';
import { ReadMarks } from '../reading';
import { Conversation } from './conversation';
import { MessageRequests } from './data/message-requests';

type MessagePage = MessagePageFieldsFragment;
type Merge = (state: ChatState, roomId: string, page: MessagePage) => ChatState;

/** What is said in a room. */
@Injectable()
export class RoomConversation extends Conversation {
  private readonly chat = inject(ChatStateStore);
  private readonly marks = inject(ReadMarks);
  private readonly outbox = inject(OutboxStore);
  private readonly requests = inject(MessageRequests);

  private readonly place = inject(TimelinePlace);
  private readonly reads = inject(ScreenReads);

  readonly roomId = this.place.roomId;
  readonly id = this.place.key;
  readonly root = signal(null).asReadonly();
  readonly hasFailed = computed(() => this.reads.roomStatus() === 'failed');

  private readonly room = computed(() => this.chat.state()?.rooms.get(this.roomId) ?? null);
  readonly window = computed(() => this.room()?.timeline ?? null);
  /** Nobody comes or goes in a direct room: who it is for was known from its opening on. */
  readonly notices = computed(() => (this.room()?.people ? [] : (this.room()?.notices ?? [])));
  readonly role = computed<RoomRole>(() => this.room()?.role ?? 'MEMBER');
  readonly floor = computed(() => floorIn(this.room()), { equal: isSameFloor });
  readonly readMark = computed(() => {
    const room = this.room();
    return room && readMarkOf(room);
  });
  readonly changes = computed(() => this.outbox.changes().filter(({ roomId }) => roomId === this.roomId));
  readonly waiting = computed(() =>
    this.outbox.entries().filter(({ roomId, threadRootId }) => roomId === this.roomId && !threadRootId),
  );

  retry(): void {
    this.reads.retry();
  }

  latest(): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.latest(this.roomId), withNewer);
  }

  older(before: string | null): Promise<Outcome<MessagePage>> {
    return this.read(
      () => (before === null ? this.requests.latest(this.roomId) : this.requests.older(this.roomId, before)),
      withOlder,
    );
  }

  newer(after: string | null): Promise<Outcome<MessagePage>> {
    return this.read(
      () => (after === null ? this.requests.latest(this.roomId) : this.requests.newer(this.roomId, after)),
      withNewer,
    );
  }

  around(number: number): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.around(this.roomId, number), withAround);
  }

  at(time: Date): Promise<Outcome<MessagePage>> {
    return this.read(() => this.requests.at(this.roomId, time), withAround);
  }

  seenToEnd(): void {
    this.chat.change((state) => withoutFarHistory(state, this.roomId));
    const last = this.window()?.messages.at(-1);
    if (last) this.marks.seen(this.roomId, last);
  }

  async markRead(): Promise<Outcome<unknown>> {
    const window = this.window();
    if (window === null || hasNewer(window)) return this.marks.markAll([this.roomId]);
    this.seenToEnd();
    return done(null);
  }

  markUnread(fromNumber: number): Promise<Outcome<unknown>> {
    return this.marks.markUnread(this.roomId, fromNumber);
  }

  private read(request: () => Promise<Outcome<MessagePage>>, merge: Merge): Promise<Outcome<MessagePage>> {
    return this.chat.read(request, (state, page) => merge(state, this.roomId, page));
  }
}
