import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { obstacleToCreate } from '#rules';
import type { Person, RoomVisibility } from '../../core/graphql/model';
import { done, type Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { withOpenRoom } from '../../feed/apply-read';
import { ChatStateStore } from '../../feed/chat-state.store';
import { othersIn } from '../../feed/direct-rooms';
import { OpenRoomStore } from '../../feed/open-room.store';
import { ScreenReads } from '../../feed/screen-reads.store';
import { roomOfPlace } from '../../feed/timeline-place';
import { withoutRoom } from '../../feed/own-rooms';
import { DraftsStore } from '../drafts';
import { UnreadStore } from '../reading';
import { RoomRequests } from './data/room-requests';
import { ArrangementStore } from './list/arrangement.store';
import { ListHold } from './list/list-hold.store';
import { areSameNames, ranksByName } from './list/name-ranks';
import { groupsOf, type RoomGroup } from './list/room-groups';
import { standingOrder } from './list/standing-order';
import { nextUnread } from './next-unread';

export interface RoomListItem {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly visibility: RoomVisibility;
  readonly memberCount: number;
  /** Whom a direct room is for beside the viewer; null of all others. */
  readonly people: readonly Person[] | null;
  readonly unread: number;
  readonly mentions: number;
  /** Threads that the viewer follows with something unread. */
  readonly threads: number;
  readonly isMuted: boolean;
  readonly isFavourite: boolean;
  /** It can only be read. */
  readonly isArchived: boolean;
  readonly open: boolean;
  /** Something is half written in it, and it is not the one that is open. */
  readonly drafted: boolean;
}

export interface NewRoom {
  readonly name: string;
  readonly topic: string;
  readonly visibility: RoomVisibility;
  /** The same again where the answer to the first try was lost. */
  readonly nonce: string;
}

/** The viewer's own rooms. */
@Injectable({ providedIn: 'root' })
export class RoomsStore {
  private readonly chat = inject(ChatStateStore);
  private readonly arrangements = inject(ArrangementStore);
  private readonly drafts = inject(DraftsStore);
  private readonly hold = inject(ListHold);
  private readonly requests = inject(RoomRequests);
  private readonly router = inject(Router);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly reads = inject(ScreenReads);
  private readonly session = inject(SessionStore);
  private readonly unread = inject(UnreadStore);

  /** With the newest activity first, but for what must not move just now. */
  private readonly byActivity = linkedSignal<{ order: readonly string[]; isHeld: boolean }, readonly string[]>({
    source: () => ({ order: this.chat.state()?.order ?? [], isHeld: this.hold.isHeld() }),
    computation: ({ order, isHeld }, previous) => (isHeld && previous ? standingOrder(previous.value, order) : order),
  });

  /** Favourites first, and of each sort those with the newest activity. */
  readonly rooms = computed<readonly RoomListItem[]>(() => {
    const state = this.chat.state();
    const openId = this.openRoom.roomId();
    const drafted = new Set([...this.drafts.timelines()].map(roomOfPlace));
    const all = this.byActivity().flatMap((id): RoomListItem[] => {
      const own = state?.rooms.get(id);
      // Open it is in the list all the same, so that one sees where one is.
      if (!own || (own.viewerState?.isClosed === true && id !== openId)) return [];
      const people = own.people && othersIn(own.people, state?.viewerId ?? '');
      const { name, topic, visibility, memberCount, archivedAt } = own.room;
      const { unread, mentions, threads, isMuted, isFavourite } = this.unread.of(id);
      return [
        {
          ...{ id, name, topic, visibility, memberCount, people, unread, mentions, threads, isMuted, isFavourite },
          isArchived: archivedAt !== null,
          open: id === openId,
          drafted: id !== openId && drafted.has(id),
        },
      ];
    });
    return [...all.filter(({ isFavourite }) => isFavourite), ...all.filter(({ isFavourite }) => !isFavourite)];
  });

  private readonly nameRanks = computed(() => ranksByName(this.names()));
  /** Sorting thousands of names takes longer than all the rest, and they hardly ever change. */
  private readonly names = computed(() => this.rooms().map(({ id, name }) => ({ id, name })), { equal: areSameNames });

  /** The rooms as the list shows them: in the groups and in the order that the viewer wants. */
  readonly groups = computed(() => {
    const ranks = this.nameRanks();
    return groupsOf(this.rooms(), this.arrangements.arrangement(), (id) => ranks.get(id) ?? ranks.size);
  });

  private readonly groupByRoom = computed(
    () => new Map(this.groups().flatMap((group) => group.rooms.map(({ id }) => [id, group]))),
  );

  readonly canCreatePrivate = computed(
    () => obstacleToCreate('PRIVATE', { isGuest: this.session.user()?.kind === 'GUEST' }) === null,
  );

  /** Where it stands in the list. */
  groupOf(roomId: string): RoomGroup<RoomListItem> | undefined {
    return this.groupByRoom().get(roomId);
  }

  /** Of the list as it is seen, from the open room on. */
  nextUnread(step: 1 | -1): string | null {
    return nextUnread(
      this.groups().flatMap(({ rooms }) => rooms),
      step,
    );
  }

  async create(room: NewRoom): Promise<Outcome<string>> {
    const outcome = await this.chat.read(() => this.requests.create(room), withOpenRoom);
    if (!outcome.ok) return outcome;
    await this.router.navigate(['/chat', outcome.value.id]);
    return done(outcome.value.id);
  }

  async join(roomId: string): Promise<Outcome<string>> {
    const outcome = await this.reads.enter(roomId, () => this.requests.join(roomId));
    if (!outcome.ok) return outcome;
    await this.router.navigate(['/chat', roomId]);
    return done(roomId);
  }

  async leave(roomId: string): Promise<Outcome<string>> {
    const outcome = await this.requests.leave(roomId);
    if (!outcome.ok) return outcome;
    if (this.openRoom.roomId() === roomId) await this.router.navigate(['/chat']);
    this.chat.change((state) => withoutRoom(state, roomId));
    return outcome;
  }
}
