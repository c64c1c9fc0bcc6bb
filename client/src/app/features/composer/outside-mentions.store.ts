import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { obstacleToAdd } from '#rules';
import type { FeedEvent, Person } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import type { RoomState } from '../../feed/chat-state';
import { ChatStateStore } from '../../feed/chat-state.store';
import { OpenRoomStore } from '../../feed/open-room.store';
import { TimelinePlace } from '../../feed/timeline-place';
import { MembersStore } from '../rooms';
import { MentionRequests } from './data/mention-requests';

export interface OutsideMention {
  readonly person: Person;
  /** Whether the viewer may bring them in. */
  readonly mayAdd: boolean;
}

type Said = Extract<
  FeedEvent,
  { __typename: 'MessageSent' | 'MessageEdited' | 'ThreadMessageSent' | 'ThreadMessageEdited' }
>;

const SAID: ReadonlySet<string> = new Set(['MessageSent', 'MessageEdited', 'ThreadMessageSent', 'ThreadMessageEdited']);

/** So many pages of a large room's members are read to know whether somebody is in it. Beyond them nothing is said: it is not known. */
const MAX_PAGES = 5;

/** Whom the viewer has just mentioned here, as the server found it, without their being in the room. */
@Injectable()
export class OutsideMentions {
  private readonly chat = inject(ChatStateStore);
  private readonly members = inject(MembersStore);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly place = inject(TimelinePlace);
  private readonly requests = inject(MentionRequests);
  private readonly named = signal<readonly Person[]>([]);

  /** Whoever comes in, by whomever they were added, is here no more. */
  readonly people = computed<readonly OutsideMention[]>(() => {
    const own = this.openRoom.own();
    if (own?.room.id !== this.place.roomId) return [];
    return this.named().flatMap((person) => {
      if (own.members?.byId.has(person.id) || isFor(own, person.id)) return [];
      const newcomer = { isGuest: person.kind === 'GUEST' };
      return [{ person, mayAdd: obstacleToAdd(own.room.visibility, own.role, newcomer) === null }];
    });
  });

  constructor() {
    const following = this.chat.events.subscribe(({ event, live }) => {
      if (live && isSaid(event) && this.isOwn(event)) void this.look(event);
    });
    inject(DestroyRef).onDestroy(() => {
      following.unsubscribe();
    });
  }

  add({ id }: Person): Promise<Outcome<unknown>> {
    return this.members.add(id);
  }

  dismiss({ id }: Person): void {
    this.named.update((people) => people.filter((person) => person.id !== id));
  }

  /** Said here, by the viewer. */
  private isOwn({ actor, message, room }: Said): boolean {
    const { roomId, threadId } = this.place;
    const isHere = room.id === roomId && (message.thread?.id ?? null) === threadId;
    return isHere && actor?.id === this.chat.state()?.viewerId;
  }

  private async look({ message }: Said): Promise<void> {
    for (const { id, username } of message.mentions) {
      if (!(await this.isOutside(id))) continue;
      const outcome = await this.requests.search(`@${username}`, this.place.roomId, 1);
      const person = outcome.ok ? outcome.value.find((found) => found.id === id) : undefined;
      if (person) this.named.update((people) => [...people.filter((other) => other.id !== id), person]);
    }
  }

  /** Only where that is certain: of a large room not everybody is known at first. */
  private async isOutside(userId: string): Promise<boolean> {
    for (let page = 0; page <= MAX_PAGES; page += 1) {
      const own = this.openRoom.own();
      if (own?.room.id !== this.place.roomId || !own.members || own.members.byId.has(userId)) return false;
      if (isFor(own, userId)) return false;
      if (!own.members.hasMore) return true;
      if (page === MAX_PAGES || !(await this.members.loadMore()).ok) return false;
    }
    return false;
  }
}

/** Whoever a direct room is for may not be in it yet. */
function isFor({ people }: RoomState, userId: string): boolean {
  return people?.some(({ id }) => id === userId) ?? false;
}

function isSaid(event: FeedEvent): event is Said {
  return SAID.has(event.__typename);
}
