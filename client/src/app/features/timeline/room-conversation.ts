import { computed, inject, Injectable } from '@angular/core';
import type { RoomRole } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { withAllRead, withAround, withNewer, withOlder } from '../../feed/apply-read';
import type { ChatState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { OutboxStore } from '../outbox';
import { Conversation, type MessagePage } from './conversation';
import { MessageRequests } from './data/message-requests';

type Merge = (state: ChatState, roomId: string, page: MessagePage) => ChatState;

/** What is said in the room that was open when it was made. */
@Injectable()
export class RoomConversation extends Conversation {
  private readonly chat = inject(ChatStateStore);
  private readonly outbox = inject(OutboxStore);
  private readonly requests = inject(MessageRequests);

  readonly roomId = inject(OpenRoomStore).roomId() ?? '';
  readonly id = this.roomId;

  private readonly room = computed(() => this.chat.state()?.rooms.get(this.roomId) ?? null);
  readonly window = computed(() => this.room()?.timeline ?? null);
  readonly notices = computed(() => this.room()?.notices ?? []);
  readonly role = computed<RoomRole>(() => this.room()?.role ?? 'MEMBER');
  readonly unread = computed(() => this.room()?.unread ?? []);
  readonly waiting = computed(() => this.outbox.entries().filter(({ roomId }) => roomId === this.roomId));

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

  allRead(state: ChatState): ChatState {
    return withAllRead(state, this.roomId);
  }

  private read(request: () => Promise<Outcome<MessagePage>>, merge: Merge): Promise<Outcome<MessagePage>> {
    return this.chat.read(request, (state, page) => merge(state, this.roomId, page));
  }
}
