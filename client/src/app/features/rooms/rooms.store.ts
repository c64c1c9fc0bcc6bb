import { computed, inject, Injectable } from '@angular/core';
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
  private readonly drafts = inject(DraftsStore);
  private readonly requests = inject(RoomRequests);
  private readonly router = inject(Router);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly reads = inject(ScreenReads);
  private readonly session = inject(SessionStore);
  private readonly unread = inject(UnreadStore);

  /** Favourites first, and of each sort those with the newest activity. */
  readonly rooms = computed<readonly RoomListItem[]>(() => {
    const state = this.chat.state();
    const openId = this.openRoom.roomId();
    const drafted = new Set([...this.drafts.timelines()].map(roomOfPlace));
    const all = (state?.order ?? []).flatMap((id): RoomListItem[] => {
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

  readonly canCreatePrivate = computed(
    () => obstacleToCreate('PRIVATE', { isGuest: this.session.user()?.kind === 'GUEST' }) === null,
  );

  /** Of the list, from the open room on. */
  nextUnread(step: 1 | -1): string | null {
    return nextUnread(this.rooms(), step);
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
